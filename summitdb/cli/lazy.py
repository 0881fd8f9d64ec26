"""A Click group whose commands are imported when they are used, and listed in sections."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class LazyGroup(click.Group):
    """A group given as {section: {command: "module:function"}}; nothing is imported before it is named or listed."""

    def __init__(self, *args: Any, sections: Mapping[str, Mapping[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sections = sections

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for commands in self.sections.values() for name in commands]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        for commands in self.sections.values():
            if target := commands.get(cmd_name):
                module, _, function = target.partition(":")
                command = getattr(import_module(module), function)
                assert isinstance(command, click.Command)
                return command
        return None

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            known = self.list_commands(ctx)
            raise click.exceptions.NoSuchCommand(error.command_name, possibilities=known, ctx=ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        width = max(len(name) for name in self.list_commands(ctx))
        for section, commands in self.sections.items():
            found = [(name, self.get_command(ctx, name)) for name in commands]
            rows = [(name.ljust(width), command.get_short_help_str(limit=100)) for name, command in found if command]
            with formatter.section(section):
                formatter.write_dl(rows)
