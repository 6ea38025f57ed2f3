package com.eindr.voice.web.deed;

import com.eindr.shared.UserId;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * Who speaks, and where and when.
 *
 * @param language BCP 47 tag of the language in which they are answered
 * @param zone where they are as they speak
 * @param home the zone of their profile; what differs from it is said
 * @param now the local time in {@code zone}
 */
public record Person(UserId userId, String language, ZoneId zone, ZoneId home, LocalDateTime now) {}
