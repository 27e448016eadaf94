-- The anti-risk programme as its school prepares it. The id of a row is the measure's in every version.
create table programme_row (
    id              bigint generated always as identity primary key,
    school_year_id  bigint not null references school_year,
    position        int not null,
    direction       text references risk_direction,       -- null: not chosen yet
    direction_words text not null default '',             -- as a file wrote it where it was not recognised
    task            text not null default '',
    measure         text not null default '',
    indicator       text not null default '',
    date_words      text not null default '',
    starts_on       date,                                 -- what the words mean at their widest
    due_on          date,
    concrete        boolean not null default false,       -- the words name days
    responsible     text not null default '',
    evidence        text not null default ''
);
create index programme_row_year on programme_row (school_year_id, position);

-- A programme that was handed in; never changed.
create table programme_version (
    id             bigint generated always as identity primary key,
    school_year_id bigint not null references school_year,
    number         int not null,
    sent_at        timestamptz not null,
    sent_by        bigint not null references person,
    remarks        int not null,                          -- pointed out and sent all the same
    document_id    bigint not null references document,
    unique (school_year_id, number)
);

create table programme_measure (
    version_id      bigint not null references programme_version,
    measure_id      bigint not null,
    position        int not null,
    direction       text references risk_direction,
    direction_words text not null,
    task            text not null,
    measure         text not null,
    indicator       text not null,
    date_words      text not null,
    starts_on       date,
    due_on          date,
    concrete        boolean not null,
    responsible     text not null,
    evidence        text not null,
    primary key (version_id, measure_id)
);

-- A file that was read and waits for the decision whether its rows are taken.
create table programme_import (
    school_year_id bigint primary key references school_year,
    file_name      text not null,
    tables         jsonb not null,       -- as they stand in the file
    columns        jsonb not null        -- by table, what was chosen for its columns
);
