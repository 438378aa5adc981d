package io.fluxj.notification.receiver.check;

import io.fluxj.runtime.secret.NamedSecret;

/** Whether a call is genuine. */
@FunctionalInterface
interface CallCheck {
    /**
     * Checks one.
     *
     * @param secret of the Receiver, which has a token; holds nothing where it names none
     * @throws CallRefused when it is not
     */
    Genuine check(Call call, NamedSecret secret) throws CallRefused, InterruptedException;
}
