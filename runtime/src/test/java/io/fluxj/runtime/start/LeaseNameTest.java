package io.fluxj.runtime.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeaseNameTest {
    @Test
    void leasesAreNamedForControllerAndSelector() {
        assertThat(LeaseName.of("source-controller", "")).isEqualTo("source-controller-leader-election");
        // printf 'sharding.fluxcd.io/key=shard1' | sha256sum | cut -c-8
        assertThat(LeaseName.of("source-controller", "sharding.fluxcd.io/key=shard1"))
                .isEqualTo("source-controller-leader-election-73fdc1be");
    }
}
