-- Those who want to be curators in a region and year, step by step: only added to.
create table candidacy (
    id          bigint generated always as identity primary key,
    region_id   bigint not null references region,
    year        int not null,
    person_id   bigint not null references person,
    state       text not null check (state in ('APPLIED', 'SURVEYED', 'SELECTED', 'REJECTED', 'APPOINTED', 'WITHDRAWN')),
    occurred_on date not null,
    school_id   bigint references school,   -- to which the person was appointed
    words       text not null,              -- the order, the reason
    recorded_at timestamptz not null
);
create index candidacy_region on candidacy (region_id, year);
create index candidacy_person on candidacy (person_id);

-- A waiting workbook is of the whole territory, or a list of candidates.
alter table territory_import add column list text not null default 'TERRITORY' check (list in ('TERRITORY', 'CANDIDATES'));

-- Letters that asked a person to set a password, so that nobody is asked twice without need.
create table account_invitation (
    id         bigint generated always as identity primary key,
    person_id  bigint not null references person,
    invited_at timestamptz not null
);
create index account_invitation_person on account_invitation (person_id);
