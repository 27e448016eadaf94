-- Programmes that regions run for schools with low results; null as region: known everywhere.
create table programme (
    id        bigint generated always as identity primary key,
    region_id bigint references region,
    name      text not null
);
create unique index programme_name on programme (coalesce(region_id, 0), lower(name));
insert into programme (name) values ('500+'), ('ШАНС'), ('ШНОР');

-- How a school comes to a programme's year before the order that names it: only added to, as participation is.
create table nomination (
    id          bigint generated always as identity primary key,
    region_id   bigint not null references region,
    school_id   bigint not null references school,
    programme   text not null,
    year        int not null,
    state       text not null check (state in ('PROPOSED', 'SURVEYED', 'REJECTED')),
    occurred_on date not null,
    words       text not null,         -- what is written to it, the reason of a refusal
    recorded_at timestamptz not null
);
create index nomination_region on nomination (region_id, year, programme);

-- Who was in a peer review of a whole region took part in its year; where the region has told its participants, that stands.
insert into participation (region_id, school_id, programme, year, takes_part, occurred_on, reason, recorded_at)
select distinct r.region_id, rs.school_id, '500+', r.year, true, make_date(r.year, 1, 1), 'участник взаимоэкспертизы', now()
from review_round r join round_school rs on rs.round_id = r.id
where r.municipality_id is null and r.status <> 'PAIRING' and not exists (
    select 1 from participation p where p.region_id = r.region_id and p.year = r.year and p.programme = '500+');
