package io.fluxj.notification.receiver.check;

import io.fluxj.api.notification.v1.Receiver;
import io.fluxj.api.notification.v1.ReceiverSpec;
import io.fluxj.notification.receiver.payload.Bytes;
import io.fluxj.runtime.http.HttpRequest;

/**
 * A call of a webhook.
 *
 * @param receiver whose webhook it is
 * @param request with its head
 * @param body as it came
 */
public record Call(Receiver receiver, HttpRequest request, Bytes body) {

    /** What the Receiver wants. */
    public ReceiverSpec spec() {
        return receiver.getSpec();
    }

    /** The first value of a header, empty when it is not there. */
    public String header(String name) {
        return request.header(name).orElse("");
    }
}
