using System.Globalization;
using System.Text.Json;

namespace VideoIndex.Testing.Hearing;

/// <summary>
/// Numbers that the official Whisper code gave, in the folder <c>whisper</c> of the fixtures: <see cref="FixtureFactAttribute"/> and
/// <see cref="FixtureTheoryAttribute"/> skip the tests that read them where they are absent.
/// </summary>
public static class SpeechVectors
{
    public static string Folder => Path.Combine(Fixtures.Folder, "whisper");

    public static string File(string name) => Path.Combine(Folder, name);

    public static Npy Npy(string name) => Hearing.Npy.Read(File(name));

    public static JsonElement Json(string name)
    {
        using var file = JsonDocument.Parse(System.IO.File.ReadAllBytes(File(name)));
        return file.RootElement.Clone();
    }

    /// <summary>The recording of the vectors, 11 seconds of speech.</summary>
    public static ArraySound Jfk() => new(Array.ConvertAll(Npy("audio/jfk_16k_s16.npy").Values, x => x / 32768));

    /// <summary>A list of whole numbers.</summary>
    public static int[] Ints(this JsonElement list) => [.. list.EnumerateArray().Select(x => x.GetInt32())];

    /// <summary>A list of words.</summary>
    public static string[] Words(this JsonElement list) => [.. list.EnumerateArray().Select(x => x.GetString()!)];

    /// <summary>A list of numbers.</summary>
    public static double[] Numbers(this JsonElement list) => [.. list.EnumerateArray().Select(Number)];

    /// <summary>A number; where JSON has none for it, null stands for NaN and words for infinities.</summary>
    public static double Number(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => double.NaN,
        JsonValueKind.String => value.GetString() switch
        {
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            var words => double.Parse(words!, CultureInfo.InvariantCulture),
        },
        _ => value.GetDouble(),
    };
}
