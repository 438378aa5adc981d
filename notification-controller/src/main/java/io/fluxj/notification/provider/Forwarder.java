package io.fluxj.notification.provider;

import io.fluxj.notification.event.EventJson;
import java.net.URI;
import java.util.Map;

/** Any web address: the event as it is. */
final class Forwarder {
    private Forwarder() {}

    static Service generic(Settings settings) throws DeliveryFailure {
        URI address = address(settings);
        return Posting.always(
                notification -> request(address, notification, settings).with(settings.headers()));
    }

    static Service signed(Settings settings) throws DeliveryFailure {
        URI address = address(settings);
        if (settings.token().isEmpty()) {
            throw new DeliveryFailure("HMAC key is empty");
        }
        return Posting.always(notification -> {
            Request request = request(address, notification, settings);
            return request.with("X-Signature", "sha256=" + Hex.hmacSha256(request.bytes(), settings.token()))
                    .with(settings.headers());
        });
    }

    private static URI address(Settings settings) throws DeliveryFailure {
        return Address.require("hook URL", settings.address());
    }

    private static Request request(URI address, Notification notification, Settings settings) {
        Request request = settings.cloudEvents()
                .map(mode -> CloudEvents.request(address, notification, mode))
                .orElseGet(() -> new Request(
                        "POST",
                        address,
                        Map.of("Content-Type", "application/json"),
                        EventJson.bytes(notification.event())));
        return request.with("gotk-component", notification.controller());
    }
}
