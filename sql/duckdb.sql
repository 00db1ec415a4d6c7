-- The tables of `poc export`, for DuckDB: SET VARIABLE tables = 's3://bucket/tables' comes before. docs/organisation.md
-- shows it.

CREATE OR REPLACE VIEW poc AS SELECT * FROM read_parquet(getvariable('tables') || '/poc/*.parquet');
CREATE OR REPLACE VIEW term AS SELECT * FROM read_parquet(getvariable('tables') || '/term/*.parquet');
CREATE OR REPLACE VIEW entry AS SELECT * FROM read_parquet(getvariable('tables') || '/entry/*.parquet');
CREATE OR REPLACE VIEW result AS SELECT * FROM read_parquet(getvariable('tables') || '/result/*.parquet');
CREATE OR REPLACE VIEW spend AS SELECT * FROM read_parquet(getvariable('tables') || '/spend/*.parquet');
CREATE OR REPLACE VIEW time AS SELECT * FROM read_parquet(getvariable('tables') || '/time/*.parquet');
CREATE OR REPLACE VIEW risk AS SELECT * FROM read_parquet(getvariable('tables') || '/risk/*.parquet');
CREATE OR REPLACE VIEW verdict AS SELECT * FROM read_parquet(getvariable('tables') || '/verdict/*.parquet');
CREATE OR REPLACE VIEW decision AS SELECT * FROM read_parquet(getvariable('tables') || '/decision/*.parquet');
CREATE OR REPLACE VIEW forecast AS SELECT * FROM read_parquet(getvariable('tables') || '/forecast/*.parquet');
