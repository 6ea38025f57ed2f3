package com.eindr.infra.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eindr.voice.web.sound.AudioKind;
import com.eindr.voice.web.sound.BrokenSound;
import com.eindr.voice.web.sound.BrokenSound.Fault;
import com.eindr.voice.web.sound.Sound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What recordings say of themselves, and that nothing can be said which makes us fail. */
class SoundTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final List<byte[]> ALL = List.of(
            Waves.tone(SECOND),
            Containers.flac(16_000, 16_000),
            Containers.opus(48_000),
            Containers.vorbis(44_100, 44_100),
            Containers.mp3(40),
            Containers.tagged(Containers.mp3(40)),
            Containers.m4a(1000, 1000),
            Containers.webm(1000),
            Containers.webmWithoutDuration(700, 300));

    @Test
    void each_kind_is_known_by_its_content_and_says_how_long_it_is() throws Exception {
        assertThat(ALL.stream().map(SoundTest::read).map(Sound::kind))
                .containsExactly(
                        AudioKind.WAV,
                        AudioKind.FLAC,
                        AudioKind.OGG,
                        AudioKind.OGG,
                        AudioKind.MP3,
                        AudioKind.MP3,
                        AudioKind.M4A,
                        AudioKind.WEBM,
                        AudioKind.WEBM);
        for (byte[] recording : ALL) {
            Sound sound = read(recording);
            assertThat(sound.length())
                    .as("%s", sound.kind())
                    .isBetween(Duration.ofMillis(999), Duration.ofMillis(1046));
            assertThat(sound.silent()).as("%s", sound.kind()).isFalse();
        }
    }

    @Test
    void an_hour_is_an_hour() {
        assertThat(read(Containers.flac(3600L * 16_000, 16_000)).length()).isEqualTo(Duration.ofHours(1));
        assertThat(read(Containers.opus(3600L * 48_000)).length()).isEqualTo(Duration.ofHours(1));
        assertThat(read(Containers.m4a(3_600_000, 1000)).length()).isEqualTo(Duration.ofHours(1));
        assertThat(read(Containers.webm(3_600_000)).length()).isEqualTo(Duration.ofHours(1));
        assertThat(read(Containers.webm(1e300)).length()).isGreaterThan(Duration.ofHours(1));
        assertThat(read(Containers.mp3(3000)).length()).isGreaterThan(Duration.ofSeconds(78));
    }

    @Test
    void what_does_not_say_how_long_it_is_is_not_refused_for_it() {
        assertThat(read(Containers.flac(0, 16_000)).length()).isNull();
        assertThat(read(Containers.m4a(0, 1000)).length()).isNull();
        assertThat(read(Containers.m4a(0xFFFF_FFFFL, 1000)).length()).isNull();
    }

    @Test
    void silence_is_what_does_not_move() {
        assertThat(read(Waves.silence(SECOND)).silent()).isTrue();
        assertThat(read(Waves.flat(SECOND, 5000)).silent()).isTrue();
        assertThat(read(Waves.silence(Duration.ZERO)).silent()).isTrue();
        assertThat(read(Waves.tone(SECOND)).silent()).isFalse();
    }

    @Test
    void a_wave_that_was_written_as_it_was_spoken_knows_not_how_long_it_is() {
        byte[] wave = Waves.tone(SECOND);
        Arrays.fill(wave, 40, 44, (byte) 0xFF);

        assertThat(read(wave).length()).isEqualTo(SECOND);
    }

    @Test
    void what_is_no_recording_is_none() {
        assertThat(fault(new byte[0])).isEqualTo(Fault.EMPTY);
        for (String text : List.of("hello", "%PDF-1.7 and more", "RIFF\0\0\0\0AVI LIST", "\u0089PNG\r\n\u001a\n")) {
            assertThat(fault(text.getBytes(StandardCharsets.ISO_8859_1)))
                    .as(text)
                    .isEqualTo(Fault.UNKNOWN);
        }
    }

    @Test
    void what_is_cut_off_in_its_head_is_broken() {
        for (byte[] recording : ALL) {
            assertThatThrownBy(() -> Sound.of(new ByteArrayInputStream(recording, 0, 13)))
                    .as("%s", read(recording).kind())
                    .isInstanceOf(BrokenSound.class);
        }
        byte[] wave = Waves.tone(SECOND);
        for (int kept : List.of(1, 4, 11, 20, 40, 44, 45, wave.length - 1)) {
            Fault expected = kept < 4 ? Fault.UNKNOWN : Fault.BROKEN;
            assertThat(fault(Arrays.copyOf(wave, kept))).as("%d bytes", kept).isEqualTo(expected);
        }
    }

    @Property
    void noise_is_never_more_than_broken(@ForAll @Size(max = 400) byte[] noise) throws IOException {
        readable(noise);
    }

    @Property
    void what_is_damaged_is_never_more_than_broken(
            @ForAll @IntRange(max = 8) int which,
            @ForAll @IntRange(max = 120) int at,
            @ForAll byte value,
            @ForAll @IntRange(min = 1, max = 20_000) int kept)
            throws IOException {
        byte[] recording = ALL.get(which).clone();
        recording[Math.min(at, recording.length - 1)] = value;
        readable(Arrays.copyOf(recording, Math.min(kept, recording.length)));
    }

    /** It is read to its end, or refused; nothing else happens. */
    private static void readable(byte[] bytes) throws IOException {
        try {
            assertThat(Sound.of(new ByteArrayInputStream(bytes)).kind()).isNotNull();
        } catch (BrokenSound broken) {
            assertThat(broken.fault()).isNotNull();
        }
    }

    private static Fault fault(byte[] bytes) {
        try {
            Sound sound = Sound.of(new ByteArrayInputStream(bytes));
            throw new AssertionError("it was read: " + sound);
        } catch (BrokenSound broken) {
            return broken.fault();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Sound read(byte[] bytes) {
        try {
            return Sound.of(new ByteArrayInputStream(bytes));
        } catch (BrokenSound broken) {
            throw new AssertionError(broken.fault().name(), broken);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
