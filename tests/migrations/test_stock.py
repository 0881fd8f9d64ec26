"""The stock tests of pytest-alembic, on both databases."""

import pytest
from pytest_alembic import Config
from pytest_alembic.tests import (  # noqa: F401
    test_model_definitions_match_ddl,
    test_single_head_revision,
    test_up_down_consistency,
    test_upgrade,
)

from summitdb.store.connect import open_engine
from summitdb.store.revisions import scripts


@pytest.fixture
def alembic_config():
    return Config(config_options={"script_location": str(scripts())})


@pytest.fixture
def alembic_engine(empty_url):
    engine = open_engine(empty_url)
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(f"CREATE SCHEMA {empty_url.rpartition('=')[2]}")
    yield engine
    engine.dispose()
