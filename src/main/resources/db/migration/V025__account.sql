-- Sign-in of a person. Whether it is open follows from the appointments, not from this row.
create table account (
    person_id     bigint primary key references person,
    password_hash text,                          -- null: no password was set yet
    version       int not null default 0,        -- grows with each new password: earlier sessions end
    disabled      boolean not null default false,
    failed_tries  int not null default 0,
    locked_until  timestamptz
);

-- One-time links for setting a password; only the hash of the token is kept.
create table password_link (
    token_hash text primary key,
    person_id  bigint not null references person,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null
);
create index password_link_person on password_link (person_id);
