-- A Prosody for tests: loopback only, no federation, passwords in clear so that every SCRAM can be offered.
daemonize = false
run_as_root = true
pidfile = "@FOLDER@/prosody.pid"
data_path = "@FOLDER@/data"
admin_socket = "@FOLDER@/prosody.sock"
log = { info = "*console" }
interfaces = { "127.0.0.1" }
c2s_ports = { @PORT@ }
c2s_direct_tls_ports = { @TLS_PORT@ }
component_interfaces = { "127.0.0.1" }
component_ports = { @COMPONENT_PORT@ }
ssl = { certificate = "@CERTIFICATE@"; key = "@KEY@" }
c2s_direct_tls_ssl = { certificate = "@CERTIFICATE@"; key = "@KEY@" }
http_ports = {}
https_ports = { @FILES_PORT@ }
https_interfaces = { "127.0.0.1" }
https_ssl = { certificate = "@CERTIFICATE@"; key = "@KEY@" }
c2s_require_encryption = true
disable_sasl_mechanisms = { "@WITHOUT@" }
authentication = "internal_plain"
default_storage = "internal"
storage = { archive = "@ARCHIVES@", muc_log = "@ARCHIVES@" }
sql = { driver = "SQLite3", database = "archives.sqlite" }
archive_expires_after = "never"
smacks_hibernation_time = 60
smacks_max_queue_size = @KEPT@
c2s_stanza_size_limit = 1024 * 1024 * 16
limits = { c2s = { rate = "10mb/s" } }
allow_registration = false
modules_enabled = {
  "roster", "saslauth", "tls", "disco", "presence", "message", "iq", "offline", "posix", "carbons", "mam", "smacks",
  "csi_simple", "pep", "bookmarks", "blocklist", "private", "vcard4", "vcard_legacy", "ping", "time", "uptime", "version",
  "lastactivity", "limits", "admin_shell",
}
modules_disabled = { "s2s" }

VirtualHost "localhost"

Component "rooms.localhost" "muc"
  name = "Rooms"
  restrict_room_creation = false
  modules_enabled = { "muc_mam", }

Component "upload.localhost" "http_file_share"
  http_host = "localhost"
  http_external_url = "https://localhost:@FILES_PORT@/"
  http_file_share_size_limit = 16 * 1024 * 1024
  http_file_share_safe_file_types = { "image/*", "text/plain" }

Component "proxy.localhost" "proxy65"
  proxy65_address = "127.0.0.1"
  proxy65_interfaces = { "127.0.0.1" }
  proxy65_ports = { @PROXY_PORT@ }

@COMPONENTS@
