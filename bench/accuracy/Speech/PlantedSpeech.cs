using System.Buffers.Binary;
using System.Text.Json;
using VideoIndex.Hearing;

namespace VideoIndex.Accuracy.Speech;

/// <summary>A word that was planted.</summary>
/// <param name="Text">The word as it is spelled, with its punctuation.</param>
/// <param name="Start">When it begins, in seconds.</param>
/// <param name="End">When it ends, in seconds.</param>
internal sealed record PlantedWord(string Text, double Start, double End);

/// <summary>A clip with planted speech, as <c>clips.py</c> writes it.</summary>
/// <param name="File">Its file.</param>
/// <param name="Condition">What the speech is heard in: <c>clean</c>, <c>noise 10</c>; <c>only music</c> where nobody speaks.</param>
/// <param name="Language">The language; null where nobody speaks.</param>
/// <param name="Seconds">How long it is.</param>
/// <param name="Words">What is said, in order.</param>
internal sealed record PlantedClip(string File, string Condition, string? Language, double Seconds, IReadOnlyList<PlantedWord> Words);

/// <summary>The clips of a folder.</summary>
/// <param name="Part">The part they belong to: <c>tune</c> or <c>report</c>.</param>
/// <param name="Seed">The seed they were drawn with.</param>
/// <param name="Clips">The clips.</param>
internal sealed record PlantedSpeech(string Part, int Seed, IReadOnlyList<PlantedClip> Clips)
{
    private static readonly JsonSerializerOptions Lower = new(JsonSerializerDefaults.Web);

    public static PlantedSpeech Read(string folder) =>
        JsonSerializer.Deserialize<PlantedSpeech>(File.ReadAllText(Path.Combine(folder, "truth.json")), Lower)
        ?? throw new InvalidDataException($"{folder} has no truth.json.");
}

/// <summary>A wave file as <c>clips.py</c> writes it: a header of 44 bytes, then samples of 16 bits.</summary>
internal sealed class WaveSound(string file) : ISound
{
    private const int Header = 44;
    private readonly byte[] _bytes = File.ReadAllBytes(file);

    public long Length => (_bytes.Length - Header) / 2;

    public void Read(long first, Span<float> samples)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = BinaryPrimitives.ReadInt16LittleEndian(_bytes.AsSpan((int)(Header + (2 * (first + i))))) / 32768f;
        }
    }
}
