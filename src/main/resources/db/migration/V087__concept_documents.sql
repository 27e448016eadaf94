-- The documents that a region asks of its schools in a year; a region without rows asks for the usual ones.
create table required_document (
    region_id bigint not null references region,
    year      int not null,
    kind      text not null,
    position  int not null,
    name      text,                    -- null: a kind that the system knows by name
    primary key (region_id, year, kind)
);

-- Where a document of a school's year stands; one that was never sent to the curator has no row.
create table concept_document (
    school_year_id bigint not null references school_year,
    kind           text not null,
    state          text not null check (state in ('SENT', 'APPROVED', 'RETURNED', 'CHANGING')),
    sent_at        timestamptz not null,
    sent_by        bigint not null references person,
    decided_at     timestamptz,
    decided_by     bigint references person,
    comment        text,
    decided_files  bigint[] not null default '{}',   -- what the curator looked at
    primary key (school_year_id, kind)
);
