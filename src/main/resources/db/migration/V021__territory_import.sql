-- A workbook that waits until its preview is confirmed. Its content (personal data) goes when it is confirmed or after a week.
create table territory_import (
    id           bigint generated always as identity primary key,
    region_id    bigint not null references region,
    file_name    text not null,
    content      bytea,
    uploaded_at  timestamptz not null,
    confirmed_at timestamptz,
    check (content is not null or confirmed_at is not null)
);
create index territory_import_region on territory_import (region_id, uploaded_at);
