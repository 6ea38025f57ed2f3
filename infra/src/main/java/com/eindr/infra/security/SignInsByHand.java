package com.eindr.infra.security;

import com.eindr.infra.erasure.SignIns;
import com.eindr.shared.UserId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Nobody who could delete an account: production without credentials for Firebase. The log tells whose has to be. */
final class SignInsByHand implements SignIns {
    private static final Logger LOG = LoggerFactory.getLogger(SignInsByHand.class);

    @Override
    public void close(UserId person) {
        LOG.warn(
                "Delete the Firebase account of {} by hand: GOOGLE_APPLICATION_CREDENTIALS names no service account.",
                person);
    }
}
