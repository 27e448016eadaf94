-- The outbox. Retries and leases run by the database's own time (now()); only not_before is time of the
-- installation's clock, which a simulation moves.
create table letter (
    id               bigint generated always as identity primary key,
    recipient_id     bigint not null references person,
    template         text not null,
    occasion         text not null,
    subject          text not null,
    html             text not null,
    text             text not null,
    calendar         text,                 -- iCalendar object to attach
    calendar_method  text check (calendar_method in ('REQUEST', 'CANCEL')),
    unsubscribe_path text,
    message_id       text not null unique,
    state            text not null default 'NEW' check (state in ('NEW', 'SENDING', 'SENT', 'FAILED', 'REFUSED')),
    attempts         int not null default 0,
    in_doubt         boolean not null default false, -- the server may have accepted an attempt that we could not mark
    not_before       timestamptz not null,
    next_attempt_at  timestamptz not null default now(),
    lease_until      timestamptz,          -- a sender that is still SENDING after this has crashed
    put_at           timestamptz not null default now(),
    sent_at          timestamptz,
    last_reply       text,
    unique (recipient_id, template, occasion)
);
create index letter_to_send on letter (next_attempt_at, id) where state in ('NEW', 'SENDING');
create index letter_undelivered on letter (recipient_id) where state in ('FAILED', 'REFUSED');

create table mail_incident (
    id          bigint generated always as identity primary key,
    person_id   bigint not null references person,
    address     text not null,
    reply       text not null,             -- the mail server's words
    occurred_at timestamptz not null,
    settled_at  timestamptz
);
create unique index mail_incident_open on mail_incident (person_id) where settled_at is null;

create table digest_subscription (
    person_id bigint primary key references person,
    wanted    boolean not null default true,
    token     text not null unique
);

create table calendar_feed (
    person_id bigint primary key references person,
    token     text not null unique
);

-- What a person was told about a task, so that no rung of the ladder is told twice.
create table reminded (
    task_id      text not null,
    recipient_id bigint not null references person,
    rung         text not null,
    due_on       date not null,
    primary key (task_id, recipient_id, rung, due_on)
);

-- The daily round of reminders, once per region and its local day.
create table reminder_run (
    region_id bigint not null references region,
    day       date not null,
    ran_at    timestamptz not null,
    primary key (region_id, day)
);
