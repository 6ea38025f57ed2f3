CREATE TABLE account (
    user_id                   text        PRIMARY KEY,
    display_name              text,
    language                  text        NOT NULL,
    time_zone                 text        NOT NULL,
    quiet_from                time,
    quiet_to                  time,
    notification_sound        text        NOT NULL,
    tts_language              text,
    chat_history_enabled      boolean     NOT NULL,
    habit_suggestions_enabled boolean     NOT NULL,
    discoverable              boolean     NOT NULL,
    allow_friend_requests     boolean     NOT NULL,
    push_shows_title          boolean     NOT NULL,
    registered_at             timestamptz NOT NULL,
    version                   bigint      NOT NULL,
    -- The position of the event that last changed it.
    changed_at                bigint      NOT NULL
);

CREATE TABLE account_device (
    user_id       text   NOT NULL,
    device_id     uuid   NOT NULL,
    fcm_token     text   NOT NULL,
    platform      text   NOT NULL,
    -- The position of its registration: the latest comes first.
    registered_at bigint NOT NULL,
    PRIMARY KEY (user_id, device_id)
);
