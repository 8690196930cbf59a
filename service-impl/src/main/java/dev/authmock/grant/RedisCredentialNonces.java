package dev.authmock.grant;

import dev.authmock.redis.Redis;
import dev.authmock.redis.RedisKeys;
import dev.authmock.redis.RedisKind;
import dev.authmock.redis.RedisReply;
import dev.authmock.redis.RedisScript;
import dev.authmock.redis.RedisTimes;
import dev.authmock.server.Sha256;
import java.time.Clock;
import java.time.Instant;

/**
 * {@link CredentialNonces} that all nodes share.
 *
 * <p>Those of one access token are a hash: the milliseconds of the token's end as {@code x}, and the digests,
 * oldest first and with commas between, of those outstanding {@code o}, spare {@code s} and taken {@code t}.
 */
public final class RedisCredentialNonces implements CredentialNonces {
  /**
   * ARGV: what to do, now, the end of the token, when to free this, how many of each are kept, the digest of the
   * c_nonce in the token, and of the one that this is about.
   */
  private static final RedisScript CHANGE = new RedisScript("""
      local entry = redis.call('HMGET', KEYS[1], 'x', 'o', 's', 't')
      local x, outstanding, spare, taken = unpack(entry, 1, 4)
      if not (x and outstanding and spare and taken) then
        if redis.call('EXISTS', KEYS[1]) == 1 then
          return redis.error_reply('FOREIGN not of this server')
        end
        x = nil
      end
      if not x or tonumber(ARGV[2]) >= tonumber(x) then
        outstanding, spare, taken = ARGV[6], '', ''
      end
      local what, nonce, most = ARGV[1], ARGV[7], tonumber(ARGV[5])

      local function listed(text)
        local list = {}
        for one in string.gmatch(text, '[^,]+') do
          list[#list + 1] = one
        end
        return list
      end

      local function has(text)
        return string.find(',' .. text .. ',', ',' .. nonce .. ',', 1, true) ~= nil
      end

      local function without(text)
        local others = {}
        for _, one in ipairs(listed(text)) do
          if one ~= nonce then
            others[#others + 1] = one
          end
        end
        return table.concat(others, ',')
      end

      local function with(text)
        local list = listed(text)
        list[#list + 1] = nonce
        if #list > most then
          table.remove(list, 1)
        end
        return table.concat(list, ',')
      end

      if what == 'take' then
        if not (has(outstanding) or has(spare)) then
          return {has(taken) and 'ALREADY_TAKEN' or 'UNKNOWN'}
        end
        outstanding, spare, taken = without(outstanding), without(spare), with(taken)
      elseif what == 'fresh' then
        outstanding = with(outstanding)
      else
        spare = with(spare)
      end
      redis.call('HSET', KEYS[1], 'x', ARGV[3], 'o', outstanding, 's', spare, 't', taken)
      redis.call('PEXPIRE', KEYS[1], ARGV[4])
      return {'TAKEN'}
      """);

  private final Redis redis;
  private final RedisKeys keys;
  private final OpaqueTokens random;
  private final Clock clock;

  /** Those of all access tokens. */
  RedisCredentialNonces(Redis redis, RedisKeys keys, OpaqueTokens random, Clock clock) {
    this.redis = redis;
    this.keys = keys;
    this.random = random;
    this.clock = clock;
  }

  @Override
  public Use take(String token, String first, String nonce, Instant until) {
    return Use.valueOf(change("take", token, first, nonce, until).text(0));
  }

  @Override
  public String fresh(String token, String first, Instant until) {
    return give("fresh", token, first, until);
  }

  @Override
  public String spare(String token, String first, Instant until) {
    return give("spare", token, first, until);
  }

  private String give(String how, String token, String first, Instant until) {
    String given = random.next();
    change(how, token, first, given, until);
    return given;
  }

  private RedisReply change(String what, String token, String first, String nonce, Instant until) {
    return redis.run(
        CHANGE,
        keys.digested(RedisKind.CREDENTIAL_NONCES, token),
        what,
        RedisTimes.now(clock),
        RedisTimes.of(until),
        RedisTimes.untilFreed(until, clock),
        Integer.toString(MAX_OUTSTANDING),
        Sha256.base64Url(first),
        Sha256.base64Url(nonce));
  }
}
