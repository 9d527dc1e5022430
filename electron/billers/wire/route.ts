/** Milliseconds. `firstByte` and `whole` count from the moment the request was handed to the connection. */
export interface Deadlines {
  /** Name, TCP, proxy, TLS and the check of the certificate together. */
  readonly connect: number;
  /** Until any byte of the answer, were it one of its head. */
  readonly firstByte: number;
  /** Until the answer is whole. */
  readonly whole: number;
}

/** How a biller's host is reached and recognised. */
export interface Route {
  readonly deadlines: Deadlines;
  /** PEM of the certification authorities that are believed instead of the system's; `undefined`: Node's own. */
  readonly ca?: string;
  /**
   * base64 of the SHA-256 of the server key's SubjectPublicKeyInfo (RFC 7469, 2.4). Where given, this key and no
   * other: name, chain and dates are not looked at, nor is `ca`, so that a server reached by its number with a
   * certificate of its own making is known by something stronger than a name. The pin of a running server, and
   * of a certificate in a file:
   *
   *     openssl s_client -connect 203.0.113.7:443 </dev/null 2>/dev/null | openssl x509 -pubkey -noout |
   *       openssl pkey -pubin -outform der | openssl dgst -sha256 -binary | openssl base64
   *     openssl x509 -in server.pem -pubkey -noout |
   *       openssl pkey -pubin -outform der | openssl dgst -sha256 -binary | openssl base64
   */
  readonly pin?: string;
  /** `http://host:port` of a proxy that tunnels by CONNECT; no user information. Never used for loopback. */
  readonly proxy?: string;
  /** Bytes of an answer's body at most, as it came and after decompression alike; 1 MiB where not given. */
  readonly maxReplyBytes?: number;
}

/** One POST. */
export interface Message {
  readonly address: URL;
  readonly contentType: 'application/json' | 'application/xml';
  readonly body: string;
}

/** Why no connection stands. No byte of a request has left. */
export interface ConnectFault {
  /**
   * - `unreachable`: no connection to the biller's host in time, or one to an address that must not be called
   * - `tls-refused`: the host is not who it should be, or does not speak TLS 1.2 or later
   * - `pin-mismatch`: the host holds another key than the one it is known by
   * - `proxy-refused`: the proxy could not be reached, or did not open the tunnel
   */
  readonly code: 'unreachable' | 'tls-refused' | 'pin-mismatch' | 'proxy-refused';
  /**
   * A word for the technician and the log: Node's code (`ECONNREFUSED`, `CERT_HAS_EXPIRED`; `ETIMEDOUT` where the
   * deadline passed), `HTTP_` and a proxy's status, or at `pin-mismatch` the pin of the key that was shown.
   */
  readonly detail: string;
}

export type CallFault =
  | ConnectFault
  /** The request may have arrived; not even the head of an answer came. */
  | { readonly code: 'no-answer' }
  | { readonly code: 'abandoned' };
