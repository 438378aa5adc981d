package io.fluxj.sops.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A file that names many servers that do not answer costs bounded time. */
final class LimitedKeyServiceTest {
    private static final MasterKey KEY = new MasterKey.Vault("http://vault", "transit", "k", "vault:v1:x");

    private long now;
    private int asked;
    private boolean answers;

    private final KeyService slow = new KeyService() {
        @Override
        public boolean serves(MasterKey key) {
            return true;
        }

        @Override
        public byte[] decrypt(MasterKey key) throws KeyException {
            asked++;
            now += Duration.ofSeconds(20).toNanos();
            if (answers) {
                return new byte[] {1};
            }
            throw new KeyException("no answer");
        }
    };

    private final KeyService limited = new LimitedKeyService(slow, Duration.ofSeconds(30), () -> now);

    @Test
    void asksNoMoreWhenFailuresHaveTakenTheTime() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> limited.decrypt(KEY)).hasMessage("no answer");
        }
        assertThatThrownBy(() -> limited.decrypt(KEY))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("30s");
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void doesNotCountWhatIsOpened() throws KeyException {
        answers = true;
        for (int i = 0; i < 10; i++) {
            assertThat(limited.decrypt(KEY)).containsExactly(1);
        }
    }
}
