using System.Collections.Frozen;

namespace VideoIndex.Speech.Tokens;

/// <summary>The languages that Whisper knows, by ISO 639 and in the order its tokens have them.</summary>
public static class SpeechLanguages
{
    private static readonly (string Code, string Name)[] InOrder =
    [
        ("en", "english"), ("zh", "chinese"), ("de", "german"), ("es", "spanish"), ("ru", "russian"), ("ko", "korean"), ("fr", "french"),
        ("ja", "japanese"), ("pt", "portuguese"), ("tr", "turkish"), ("pl", "polish"), ("ca", "catalan"), ("nl", "dutch"), ("ar", "arabic"),
        ("sv", "swedish"), ("it", "italian"), ("id", "indonesian"), ("hi", "hindi"), ("fi", "finnish"), ("vi", "vietnamese"), ("he", "hebrew"),
        ("uk", "ukrainian"), ("el", "greek"), ("ms", "malay"), ("cs", "czech"), ("ro", "romanian"), ("da", "danish"), ("hu", "hungarian"),
        ("ta", "tamil"), ("no", "norwegian"), ("th", "thai"), ("ur", "urdu"), ("hr", "croatian"), ("bg", "bulgarian"), ("lt", "lithuanian"),
        ("la", "latin"), ("mi", "maori"), ("ml", "malayalam"), ("cy", "welsh"), ("sk", "slovak"), ("te", "telugu"), ("fa", "persian"),
        ("lv", "latvian"), ("bn", "bengali"), ("sr", "serbian"), ("az", "azerbaijani"), ("sl", "slovenian"), ("kn", "kannada"),
        ("et", "estonian"), ("mk", "macedonian"), ("br", "breton"), ("eu", "basque"), ("is", "icelandic"), ("hy", "armenian"), ("ne", "nepali"),
        ("mn", "mongolian"), ("bs", "bosnian"), ("kk", "kazakh"), ("sq", "albanian"), ("sw", "swahili"), ("gl", "galician"), ("mr", "marathi"),
        ("pa", "punjabi"), ("si", "sinhala"), ("km", "khmer"), ("sn", "shona"), ("yo", "yoruba"), ("so", "somali"), ("af", "afrikaans"),
        ("oc", "occitan"), ("ka", "georgian"), ("be", "belarusian"), ("tg", "tajik"), ("sd", "sindhi"), ("gu", "gujarati"), ("am", "amharic"),
        ("yi", "yiddish"), ("lo", "lao"), ("uz", "uzbek"), ("fo", "faroese"), ("ht", "haitian creole"), ("ps", "pashto"), ("tk", "turkmen"),
        ("nn", "nynorsk"), ("mt", "maltese"), ("sa", "sanskrit"), ("lb", "luxembourgish"), ("my", "myanmar"), ("bo", "tibetan"),
        ("tl", "tagalog"), ("mg", "malagasy"), ("as", "assamese"), ("tt", "tatar"), ("haw", "hawaiian"), ("ln", "lingala"), ("ha", "hausa"),
        ("ba", "bashkir"), ("jw", "javanese"), ("su", "sundanese"), ("yue", "cantonese"),
    ];

    private static readonly (string Code, string Name)[] OtherNames =
    [
        ("my", "burmese"), ("ca", "valencian"), ("nl", "flemish"), ("ht", "haitian"), ("lb", "letzeburgesch"), ("ps", "pushto"),
        ("pa", "panjabi"), ("ro", "moldavian"), ("ro", "moldovan"), ("si", "sinhalese"), ("es", "castilian"), ("zh", "mandarin"),
    ];

    private static readonly FrozenDictionary<string, string> Codes =
        InOrder.Concat(OtherNames).SelectMany(x => new[] { (Key: x.Code, x.Code), (Key: x.Name, x.Code) })
            .DistinctBy(x => x.Key).ToFrozenDictionary(x => x.Key, x => x.Code, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Unspaced = FrozenSet.ToFrozenSet(["zh", "ja", "th", "lo", "my", "yue"]);

    /// <summary>Gets every code, in the order of the tokens; a model knows the first 99, 100, or those its vocabulary names.</summary>
    public static IReadOnlyList<string> All { get; } = [.. InOrder.Select(x => x.Code)];

    /// <summary>Returns the code of a language by its code or English name (<c>German</c>, <c>castilian</c>), in any case; null where it is unknown.</summary>
    public static string? Code(string nameOrCode) => Codes.GetValueOrDefault(nameOrCode.Trim());

    /// <summary>Returns the English name of a language in small letters; null where it is unknown.</summary>
    public static string? Name(string code) => InOrder.FirstOrDefault(x => x.Code == code).Name;

    /// <summary>Returns whether words of a language are written with spaces between them; true where it is unknown.</summary>
    public static bool PutsSpaces(string? code) => code is null || !Unspaced.Contains(code);
}
