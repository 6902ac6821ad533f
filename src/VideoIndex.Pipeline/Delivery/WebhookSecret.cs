using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace VideoIndex.Pipeline.Delivery;

/// <summary>Signs what is sent to a web hook, as Standard Webhooks says (standardwebhooks.com), so that the receiver knows who sent it, and when.</summary>
public sealed class WebhookSecret
{
    private const string Prefix = "whsec_";

    private readonly IReadOnlyList<byte[]> _keys;

    private WebhookSecret(IReadOnlyList<byte[]> keys) => _keys = keys;

    /// <summary>Reads the secrets of a file: <c>whsec_</c> and 24 to 64 bytes in base64, one a line. All of them sign, so that one can replace another.</summary>
    /// <returns>The secrets; null when a line is none, or there is no line.</returns>
    public static WebhookSecret? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var keys = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Key).ToList();
        return keys is [] || keys.Contains(null) ? null : new WebhookSecret(keys!);
    }

    /// <summary>Returns the signatures, separated by spaces: <c>v1,</c> and the HMAC-SHA256 of <c>id.timestamp.body</c> in base64.</summary>
    /// <param name="id">What the header <c>webhook-id</c> says.</param>
    /// <param name="sent">When it is sent; the header <c>webhook-timestamp</c> says it in whole seconds since 1970, UTC.</param>
    /// <param name="body">The bytes of the body.</param>
    public string Sign(string id, DateTimeOffset sent, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{sent.ToUnixTimeSeconds()}.")), .. body];
        return string.Join(' ', _keys.Select(key => "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed))));
    }

    private static byte[]? Key(string line)
    {
        var key = new byte[64];
        return line.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(line[Prefix.Length..], key, out var bytes) && bytes >= 24
            ? key[..bytes]
            : null;
    }
}
