using System.Text.Json;

namespace VideoIndex.Speech.Tests.Decoding;

/// <summary>The reference vectors of the official implementation, which are no part of the repository.</summary>
internal static class WhisperVectors
{
    public static JsonElement Read(string name) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Fixtures.Folder, "whisper", name))).RootElement;

    public static int[] Numbers(this JsonElement list) => [.. list.EnumerateArray().Select(number => number.GetInt32())];

    /// <summary>Whether an object has a member that is not null.</summary>
    public static bool Has(this JsonElement owner, string name, out JsonElement value) =>
        owner.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
}
