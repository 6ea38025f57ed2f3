package com.eindr.infra.isolation;

import static com.eindr.infra.isolation.Operation.delete;
import static com.eindr.infra.isolation.Operation.get;
import static com.eindr.infra.isolation.Operation.patch;
import static com.eindr.infra.isolation.Operation.post;

import com.eindr.infra.friends.Person;
import java.util.List;
import java.util.Map;

/** A person's own account and devices. */
final class AccountScene implements Scene {
    private static final String ME = "/api/v1/me";

    @Override
    public List<Operation> operations() {
        return List.of(
                get(ME),
                patch(ME).sending(call -> Map.of("displayName", "Somebody")),
                get(ME + "/export"),
                delete(ME),
                post(ME + "/return"),
                get(ME + "/preferences"),
                patch(ME + "/preferences").sending(call -> Map.of("notificationSound", "bell")),
                get(ME + "/entitlements"),
                get(ME + "/consents"),
                post(ME + "/devices").sending(call -> device("new-" + call.caller())),
                delete(ME + "/devices/{id}").about(Subject.thing(AccountScene::register)));
    }

    private static String register(Person owner) {
        return owner.api()
                .post(ME + "/devices", device(owner.id()))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private static Map<String, Object> device(String token) {
        return Map.of("fcmToken", token.replace(' ', '-'), "platform", "ANDROID");
    }
}
