package io.fluxj.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What must not be read in any message. */
class MaskingTest {
    @Test
    void tokensAreMaskedWhereverTheyStand() {
        Masking masking = new Masking("t0k3n-value", "");

        assertThat(masking.mask("rejected t0k3n-value here, t0k3n-value")).isEqualTo("rejected ***** here, *****");
    }

    @Test
    void ofAnAddressFromASecretOnlyTheServerIsShown() {
        Masking masking = new Masking("", "https://hooks.example.com/services/T0/B0/xyz");

        assertThat(masking.mask("POST https://hooks.example.com/services/T0/B0/xyz giving up"))
                .isEqualTo("POST https://hooks.example.com/***** giving up");
    }

    @Test
    void passwordsAndHeadersAreConcealed() {
        Masking masking = new Masking("", "");
        masking.conceal("a-password");

        assertThat(masking.scrub("401: a-password is wrong, Bearer abcdefghijkl too"))
                .isEqualTo("401: ***** is wrong, Bearer ***** too");
    }
}
