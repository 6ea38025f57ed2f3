package com.eindr.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {"'\"3\"'|3", "' \"3\" '|3", "'W/\"2\", \"7\"'|7", "'\"3\",\"3\"'|3", "'\"x\", \"4\"'|4"})
    void a_strong_tag_names_a_version(String header, long version) {
        assertThat(EntityTags.expectedVersion(header)).isEqualTo(OptionalLong.of(version));
    }

    @Test
    void any_version_will_do_without_a_tag() {
        assertThat(EntityTags.expectedVersion(null)).isEmpty();
        assertThat(EntityTags.expectedVersion("*")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"3\"", "\"abc\"", "\"0\"", "\"\"", "\"99999999999999999999\""})
    void a_tag_that_no_version_has_is_stale(String header) {
        assertThatThrownBy(() -> EntityTags.expectedVersion(header)).isInstanceOf(WriteConflict.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "", "\"3", "\"3\" \"4\"", "\"1\", \"2\"", "*, \"1\""})
    void a_header_that_cannot_be_understood_is_refused(String header) {
        assertThatThrownBy(() -> EntityTags.expectedVersion(header)).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void what_is_handed_out_is_taken_back() {
        assertThat(EntityTags.expectedVersion(EntityTags.of(12))).hasValue(12);
    }
}
