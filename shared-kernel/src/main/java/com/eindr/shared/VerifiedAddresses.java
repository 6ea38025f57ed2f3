package com.eindr.shared;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a person that the identity provider has verified. Personal data, kept together so that it can be
 * encrypted as one.
 *
 * @param email lower case; null where none is known
 * @param phone E.164, such as {@code +491701234567}; null where none is known
 */
public record VerifiedAddresses(
        @Personal(of = "userId") @Nullable String email,
        @Personal(of = "userId") @Nullable String phone) {
    public static final VerifiedAddresses NONE = new VerifiedAddresses(null, null);

    /** RFC 5321 §4.5.3.1.3. */
    private static final int LONGEST_EMAIL = 254;

    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{4,14}");

    /** As a token has them; what is no address counts as none. */
    public static VerifiedAddresses of(@Nullable String email, @Nullable String phone) {
        String lower = email == null ? null : email.strip().toLowerCase(Locale.ROOT);
        boolean isEmail = lower != null
                && lower.length() <= LONGEST_EMAIL
                && EMAIL.matcher(lower).matches();
        return new VerifiedAddresses(
                isEmail ? lower : null, phone != null && E164.matcher(phone).matches() ? phone : null);
    }

    /** These, but for what the newer ones say: a token without an address says nothing about it. */
    public VerifiedAddresses updatedBy(VerifiedAddresses newer) {
        return new VerifiedAddresses(
                newer.email == null ? email : newer.email, newer.phone == null ? phone : newer.phone);
    }
}
