using System.Security.Cryptography;
using System.Text;
using VideoIndex.Hearing;
using VideoIndex.SpeechServices.Sound;

namespace VideoIndex.SpeechServices.Endpoint.Sending;

/// <summary>A piece of sound as it is sent: a form of several parts (RFC 7578), every name in quotation marks, which some servers insist on.</summary>
/// <param name="Body">The whole body.</param>
/// <param name="Boundary">What parts the parts.</param>
/// <param name="Samples">How many samples the sound has.</param>
/// <param name="IsHeard">Whether there is anything but digital silence in the sound.</param>
internal sealed record SpeechForm(byte[] Body, string Boundary, int Samples, bool IsHeard)
{
    /// <summary>Bytes that are more than enough for all but the sound.</summary>
    public const int Beside = 16_384;

    /// <summary>Writes the form.</summary>
    public static SpeechForm Of(ISound sound, SoundPiece piece, IEnumerable<(string Name, string Value)> fields)
    {
        using var body = new MemoryStream(checked((int)WaveFile.SizeOf(piece.Length) + Beside));
        var boundary = $"videoindex-{Mark(piece, fields)}";
        foreach (var (name, value) in fields)
        {
            Put(body, $"--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        }

        Put(body, $"--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"sound.wav\"\r\nContent-Type: audio/wav\r\n\r\n");
        var isHeard = WaveFile.Write(sound, piece, body);
        Put(body, $"\r\n--{boundary}--\r\n");
        return new SpeechForm(body.ToArray(), boundary, piece.Length, isHeard);
    }

    // 128 bits that no sound holds by chance, and the same every time.
    private static string Mark(SoundPiece piece, IEnumerable<(string Name, string Value)> fields) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{piece} {string.Join('\n', fields)}")).AsSpan(0, 16));

    private static void Put(MemoryStream body, string text) => body.Write(Encoding.UTF8.GetBytes(text));
}
