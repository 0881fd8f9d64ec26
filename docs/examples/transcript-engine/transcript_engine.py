"""An extraction engine for transcripts: each paragraph "NAME: words" is a direct statement of NAME."""

from __future__ import annotations

import re

TURN = re.compile(r"^(?P<speaker>[A-Z][\w.' -]{1,60}): (?P<words>.+)$", re.MULTILINE)


class TranscriptEngine:
    """Registered as `transcript` under the entry point group `summitdb.extractors`."""

    name = "transcript"
    version = "1.0"

    def extract(self, article, *, reference=None):
        """The statements of a transcript, as plain dicts in the record format.

        Every value says where in `article.body` it stands: SummitDB refuses a record whose evidence or words are not there.
        """
        statements = []
        for turn in TURN.finditer(article.body):
            evidence = [
                {
                    "field": field,
                    "start": turn.start(group),
                    "end": turn.end(group),
                    "rule": "transcript.turn",
                    "confidence": 0.99,
                }
                for field, group in (("text", "words"), ("speaker", "speaker"))
            ]
            statements.append({"kind": "direct", "speaker": turn["speaker"], "text": turn["words"], "evidence": evidence})
        return {"statements": statements}
