namespace VideoIndex.Interchange.Captions;

/// <summary>Tells from its name alone whether a file holds captions of a video, and in which language.</summary>
/// <param name="Format">The extension in lower case, without its point.</param>
/// <param name="Language">The language as the name writes it; null when it does not say.</param>
internal sealed record SidecarName(string Format, string? Language)
{
    private static readonly string[] Formats = ["srt", "vtt", "ass", "ssa", "sbv", "ttml", "dfxp"];

    // How players tell several caption files of one video apart. "hi" is also Hindi where no language goes before it.
    private static readonly string[] Remarks =
        ["forced", "foreign", "sdh", "cc", "hi", "default", "full", "captions", "subtitles", "commentary", "auto"];

    private static readonly (string Name, string Code)[] Names =
    [
        ("arabic", "ar"), ("chinese", "zh"), ("danish", "da"), ("dutch", "nl"), ("english", "en"), ("finnish", "fi"),
        ("french", "fr"), ("german", "de"), ("greek", "el"), ("hebrew", "he"), ("hindi", "hi"), ("italian", "it"),
        ("japanese", "ja"), ("korean", "ko"), ("norwegian", "no"), ("polish", "pl"), ("portuguese", "pt"),
        ("russian", "ru"), ("spanish", "es"), ("swedish", "sv"), ("turkish", "tr"), ("ukrainian", "uk"),
    ];

    /// <summary>Reads <c>clip.srt</c>, <c>clip.en-GB.vtt</c>, <c>clip.eng.forced.srt</c> and <c>clip.mp4.srt</c> beside <c>clip.mp4</c>.</summary>
    public static SidecarName? Read(string file, string video)
    {
        var format = Path.GetExtension(file).TrimStart('.').ToLowerInvariant();
        var stem = Path.GetFileNameWithoutExtension(file);
        var prefix = new[] { video, Path.GetFileNameWithoutExtension(video) }
            .FirstOrDefault(name => stem == name || stem.StartsWith(name + ".", StringComparison.Ordinal));
        if (!Formats.Contains(format) || string.IsNullOrEmpty(prefix))
        {
            return null;
        }

        var language = default(string);
        foreach (var word in stem[prefix.Length..].Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (language is null && LanguageOf(word) is { } found)
            {
                language = found;
            }
            else if (!Remarks.Contains(word.ToLowerInvariant()))
            {
                return null; // "clip.part2.srt" belongs to clip.part2.mp4
            }
        }

        return new SidecarName(format, language);
    }

    // The shape of BCP 47: two or three letters, then subtags of two to eight letters or digits.
    private static string? LanguageOf(string word)
    {
        var subtags = word.Replace('_', '-').Split('-');
        var isCode = subtags[0].Length is 2 or 3 && subtags[0].All(char.IsAsciiLetter)
            && subtags.Skip(1).All(subtag => subtag.Length is >= 2 and <= 8 && subtag.All(char.IsAsciiLetterOrDigit));
        return isCode && !IsOnlyRemark(word) ? word : Array.Find(Names, name => name.Name.Equals(word, StringComparison.OrdinalIgnoreCase)).Code;
    }

    private static bool IsOnlyRemark(string word) => word.ToLowerInvariant() is "cc" or "sdh";
}
