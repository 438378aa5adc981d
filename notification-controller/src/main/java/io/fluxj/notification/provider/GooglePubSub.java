package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.notification.event.EventJson;
import io.fluxj.runtime.identity.IdentityException;
import java.net.URI;
import java.util.Base64;

/** A topic of Google Pub/Sub, over its REST interface. */
final class GooglePubSub implements Service {
    private final URI address;
    private final Settings settings;
    private final CloudIdentity clouds;

    private GooglePubSub(URI address, Settings settings, CloudIdentity clouds) {
        this.address = address;
        this.settings = settings;
        this.clouds = clouds;
    }

    static Service of(Settings settings, CloudIdentity clouds) throws DeliveryFailure {
        if (settings.address().isEmpty()) {
            throw new DeliveryFailure("GCP project ID cannot be empty");
        }
        if (settings.channel().isEmpty()) {
            throw new DeliveryFailure("GCP Pub/Sub topic ID cannot be empty");
        }
        URI address = Address.require(
                "Pub/Sub topic",
                "https://pubsub.googleapis.com/v1/projects/" + settings.address() + "/topics/" + settings.channel()
                        + ":publish");
        return new GooglePubSub(address, settings, clouds);
    }

    @Override
    public void tell(Notification notification, Line line) throws DeliveryFailure, InterruptedException {
        ObjectNode message =
                Json.object("data", Base64.getEncoder().encodeToString(EventJson.bytes(notification.event())));
        if (!settings.headers().isEmpty()) {
            message.set("attributes", EventJson.object(settings.headers()));
        }
        String topic = "projects/" + settings.address() + "/topics/" + settings.channel();
        try {
            String token = clouds.google(settings, line);
            Reply reply = line.once(Request.post(address, Json.object("messages", Json.array(message)))
                    .with("Authorization", "Bearer " + token));
            if (!reply.isOk()) {
                throw new DeliveryFailure(StatusText.of(reply.status()) + ": "
                        + reply.json().at("/error/message").asText());
            }
        } catch (IdentityException none) {
            throw new DeliveryFailure("error publishing event to topic " + topic + ": " + none.message());
        } catch (DeliveryFailure failed) {
            throw failed.within("error publishing event to topic " + topic);
        }
    }
}
