package com.eindr.infra.push;

import java.util.List;

/** Production without credentials for Firebase: no push is sent, and each one's history says so. */
final class NobodySends implements PushService {

    @Override
    public List<Answer> send(List<PushMessage> messages) {
        return messages.stream().<Answer>map(message -> new NotConfigured()).toList();
    }
}
