using System.Globalization;
using System.Text.Json;
using VideoIndex.Speech.Decoding;
using VideoIndex.Speech.Tokens;

namespace VideoIndex.Speech.Tests.Decoding;

/// <summary>Reads the options of a reference run, which have the names of the official <c>DecodingOptions</c>.</summary>
internal static class KnownOptions
{
    public static DecodingOptions Read(JsonElement known, SpeechVocabulary vocabulary, out string? language)
    {
        language = known.Has("language", out var named) ? named.GetString() : null;
        var options = new DecodingOptions();
        foreach (var option in known.EnumerateObject().Where(option => option.Name != "language"))
        {
            options = With(options, option.Name, option.Value, vocabulary);
        }

        return options;
    }

    private static DecodingOptions With(DecodingOptions options, string name, JsonElement value, SpeechVocabulary vocabulary) => name switch
    {
        "task" => options with { Translate = value.GetString() == "translate" },
        "temperature" => options with { Temperature = value.GetDouble() },
        "sample_len" => options with { SampleLength = value.GetInt32() },
        "best_of" => options with { BestOf = value.GetInt32() },
        "beam_size" => options with { Beam = value.GetInt32() },
        "patience" => options with { Patience = value.GetDouble() },
        "length_penalty" => options with { LengthPenalty = value.GetDouble() },
        "prompt" => options with { Prompt = Tokens(value, vocabulary) },
        "prefix" => options with { Prefix = Tokens(value, vocabulary) },
        "suppress_blank" => options with { SuppressBlank = value.GetBoolean() },
        "without_timestamps" => options with { Timestamps = !value.GetBoolean() },
        "max_initial_timestamp" => options with { MaxInitialTimestamp = value.ValueKind == JsonValueKind.Null ? null : value.GetDouble() },
        "suppress_tokens" => options with { Suppress = value.ValueKind == JsonValueKind.Array ? value.Numbers() : Listed(value.GetString()!) },
        _ => throw new InvalidOperationException($"No option is named {name}."),
    };

    private static int[] Tokens(JsonElement value, SpeechVocabulary vocabulary) => value.ValueKind == JsonValueKind.Array ? value.Numbers()
        : value.GetString() is { Length: > 0 } text ? [.. vocabulary.Encode(" " + text.Trim())]
        : [];

    private static int[] Listed(string list) =>
        [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
}
