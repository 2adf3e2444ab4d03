# Starts Redis or a Sentinel. The primary is whom the Sentinels name; before there are any, the first instance.
self=$POD_NAME.redis-peers
case $1 in
redis)
  primary=$(redis-cli -h redis -p 26379 --raw sentinel get-master-addr-by-name main | head -n 1)
  primary=${primary:-$FIRST}
  if [ "$primary" = "$self" ]; then set --; else set -- --replicaof "$primary" 6379; fi
  exec redis-server --dir /data --appendonly yes --replica-announce-ip "$self" \
    --requirepass "$REDISCLI_AUTH" --masterauth "$REDISCLI_AUTH" \
    --min-replicas-to-write 1 --min-replicas-max-lag 10 "$@"
  ;;
sentinel)
  # A Sentinel keeps what it knows in its configuration.
  [ -s /data/sentinel.conf ] || cat > /data/sentinel.conf <<END
sentinel resolve-hostnames yes
sentinel announce-hostnames yes
sentinel announce-ip $self
sentinel monitor main $FIRST 6379 2
sentinel auth-pass main $REDISCLI_AUTH
requirepass $REDISCLI_AUTH
sentinel sentinel-pass $REDISCLI_AUTH
sentinel down-after-milliseconds main 10000
END
  exec redis-sentinel /data/sentinel.conf
  ;;
esac
