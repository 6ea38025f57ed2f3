package com.eindr.infra.security;

import com.eindr.infra.embedded.Private;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * The key that the local issuer signs with.
 *
 * @param id the {@code kid} of its tokens
 * @param certificate X.509 in PEM, as Google publishes its own
 */
record LocalKey(String id, PrivateKey key, String certificate) {
    private static final int BITS = 2048;
    private static final Duration VALID = Duration.ofDays(3650);
    private static final String FILE = "token-key.pem";

    /** The key of this folder, made where there is none: tokens outlive a restart. */
    static LocalKey keptIn(Path folder) throws IOException {
        try {
            Private.makeFolder(folder.toAbsolutePath());
            return of(Private.readOrWrite(folder.resolve(FILE), generate()));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("no key for the local issuer", e);
        }
    }

    RSAPublicKey publicKey() {
        try {
            return (RSAPublicKey) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(certificate.getBytes(StandardCharsets.US_ASCII)))
                    .getPublicKey();
        } catch (CertificateException e) {
            throw new IllegalStateException("the certificate was made here", e);
        }
    }

    private static String generate() throws GeneralSecurityException, OperatorCreationException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name("CN=Eindr local issuer");
        Instant now = Instant.now();
        X509CertificateHolder certificate = new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(now.minus(Duration.ofDays(1))),
                        Date.from(now.plus(VALID)),
                        name,
                        pair.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()));
        return pem("PRIVATE KEY", pair.getPrivate().getEncoded()) + pem("CERTIFICATE", certificate.getEncoded());
    }

    private static LocalKey of(String pem) throws IOException, GeneralSecurityException {
        try (PemReader reader = new PemReader(new StringReader(pem))) {
            byte[] key = reader.readPemObject().getContent();
            byte[] certificate = reader.readPemObject().getContent();
            return new LocalKey(
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate), 0, 20),
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)),
                    pem("CERTIFICATE", certificate));
        }
    }

    private static String pem(String type, byte[] content) throws IOException {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(type, content));
        }
        return text.toString();
    }
}
