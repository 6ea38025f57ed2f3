package com.eindr.voice.web.speech;

import java.time.Duration;

/** @param longest that a recording may last, where it says how long it is */
public record AudioLimits(Duration longest) {}
