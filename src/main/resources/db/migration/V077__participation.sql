-- Which schools take part in a programme's year: only added, never changed, so that it can be told as of any past day.
create table participation (
    id          bigint generated always as identity primary key,
    region_id   bigint not null references region,
    school_id   bigint not null references school,
    programme   text not null,
    year        int not null,
    takes_part  boolean not null,
    occurred_on date not null,
    reason      text not null,         -- the order, or why it leaves
    recorded_at timestamptz not null
);
create index participation_school on participation (school_id, year, programme, occurred_on);
create index participation_region on participation (region_id, year, programme);

-- When an appointment and its last day became known. Of the rows so far the day itself is all that is known.
alter table appointment add column recorded_at timestamptz, add column end_recorded_at timestamptz;
update appointment set recorded_at = starts_on::timestamp at time zone 'UTC',
    end_recorded_at = ends_on::timestamp at time zone 'UTC';
alter table appointment alter column recorded_at set not null;
