using VideoIndex.Metadata;
using VideoIndex.Search.Language;

namespace VideoIndex.Tests.Search.Language;

/// <summary>Types questions, the same ones for the same seed: such as follow the grammar, and such as are meant to do harm.</summary>
internal sealed class TypedQuestions(int seed)
{
    private static readonly string[] Words = ["goal", "half-time", "Über", "優勝", "3", "10:30", "WITHIN", "OF", "it", "C3", "final(1).mp4", "M*A*S*H", "-5", "any", "FIRST", "ZONE"];
    private static readonly string[] Fields = ["say", "text", "logo", "object", "tag", "colour", "color", "motion", "sound", "shot", "scene", "video", "SAY"];
    private static readonly string[] Zones = ["left", "lower-third", "center", "full"];
    private static readonly string[] Comparisons = [">", ">=", "<", "<=", "=", "≥", "≤"];
    private static readonly string[] Lengths = ["5s", "10", "1.5min", "250ms", "2h", "0.000001ms", "999999999.999999h"];
    private static readonly string[] Relations = ["WITHIN 5s OF", "WITHIN 0.25s OF", "THEN", "DURING", "BEFORE", "AFTER", "WITH"];

    private static readonly string[] Chosen =
    [
        "recorded:2026", "recorded:>=2026-03", "added:<2026-03-09", "recorded:2026-01..2026-03", "duration:>10min", "duration:30s..2min", "rate:29.97", "rate:>=50", "rate:12.5",
        "height:1080p", "height:>=2160", "state:degraded", "state:ok|degraded", "collection:finals", "collection:\"The Finals\"", "client:Acme", "client:\"A. & Sons\"", "takes:>=3", "takes:-1.5..4",
        "shot-on:2026-02", "shot-on:<=2026", "kind:Interview", "kind:\"b roll\"|interview", "topics:sport", "video:final",
    ];

    private static readonly string[] Evidence =
    [
        "confidence:>0.8", "confidence:>=12.345678%", "confidence:0.2..80%", "by:human", "by:model", "by:model:whisper-base", "by:human|model", "by:whisper", "by:\"Ada L.\"",
        "by:person:\"Ada\"", "status:verified", "status:unreviewed|rejected", "language:de", "language:german", "language:xx", "speaker:2", "speaker:\"speaker 2\"",
    ];

    private static readonly string[] Harm =
    [
        "\"", "“", "”", "„", "＂", "(", ")", "（", "）", "*", "＊", "~", "~9", "?", "%", "_", ":", "：", "-", "--", "'", ";", "\\", "/", "|", "||", "&&", "^", "+", "{", "}", "[", "]", "=", ">=", "<", "≥", "..", ",",
        "\0", "\u0001", "\u001B[31m", "\u007F", "\u200B", "\u202E", "\u2066", "\uFEFF", "\uD800", "\uDC00", "\uD83D\uDE00", "\r\n", "\t", "\u2028", "\u3000", "e\u0301", "\uFFFF",
        "NEAR(a b, 5)", "NEAR/5", "{say text}:", "say MATCH 'x'", "rank:", "rowid:", "'; DROP TABLE span; --", "\" OR 1=1 --", "{\"match_all\":{}}", "\u0130", "ﬀ", "１２", "٣",
        "AND", "OR", "NOT", "WITHIN", "WITHIN 5s", "WITHIN 5s OF", "OF", "THEN", "DURING", "BEFORE", "AFTER", "WITH", "FIRST", "LAST", "FOR", "FOR >= 2s", "FOR 2", "AREA", "AREA > 2%", "ZONE", "ZONE left", "ZONE x",
        "count(", "count()", "count(car) > 2", "count(say:x) > 2", "count(*)>0", "say:", "say:(", "object:", "face:", "face:any", "face:ada", "video:", "by:", "by:(", "recorded:", "recorded:>=", "recorded:2026-02-30",
        "confidence:", "confidence:2", "status:", "status:x", "language:", "speaker:", "collection:", "client:", "kind:", "kind:x", "takes:", "takes:999999999999999999999", "shot-on:", "rate:1/0", "rate:0/1", "rate:9999999999999999999",
        "goal", "a", "x y", "say:goal", "99999999999999999999",
    ];

    private readonly Random _random = new(seed);

    /// <summary>Gets a library with fields of all five types.</summary>
    public static QuestionContext Context { get; } = new(
        [
            new("client", FieldType.Text, []), new("takes", FieldType.Number, []), new("shot-on", FieldType.Date, []),
            new("kind", FieldType.SingleChoice, ["interview", "B-roll"]), new("topics", FieldType.MultiChoice, ["sport", "news"]),
        ],
        ["en", "de"]);

    /// <summary>Types a question by the grammar. It may be refused for what its parts are: a colour WITH something said.</summary>
    public string Next() => Any(3);

    /// <summary>Types signs, words and operators in any order.</summary>
    public string NextHarm() => _random.Next(40) switch
    {
        0 => string.Concat(Enumerable.Repeat(One(Harm), _random.Next(1200))),
        1 => new string('(', _random.Next(900)) + "a" + new string(')', _random.Next(900)),
        2 => string.Join(One(["AND", " AND ", " OR ", " THEN ", " ", "|", "", " WITH ", " NOT ", " FIRST "]), Enumerable.Repeat(One(["a", "say:a", "NOT a", "FIRST", "a*", "\"a\""]), _random.Next(300))),
        3 => string.Concat(Enumerable.Range(0, _random.Next(1100)).Select(_ => (char)_random.Next(0x10000))),
        4 => Spoilt(Next()),
        _ => string.Join(One(["", " ", " "]), Enumerable.Range(0, _random.Next(12)).Select(_ => One(Harm))),
    };

    private string Spoilt(string text) => text.Length == 0 ? text : text.Remove(_random.Next(text.Length), 1).Insert(_random.Next(text.Length), One(Harm));

    private string Any(int depth) => Several(" OR ", () => Several(" AND ", () => Picked(depth), depth), depth);

    private string Picked(int depth) => _random.Next(6) == 0 ? $"{One(["FIRST", "LAST"])} {Timed(depth)}" : Timed(depth);

    private string Timed(int depth)
    {
        var text = SideBySide(depth);
        for (var more = depth > 0 ? _random.Next(3) - 1 : 0; more > 0; more--)
        {
            var relation = One(Relations);
            text += $" {relation} {(_random.Next(5) == 0 ? "FIRST " : "")}{SideBySide(depth - 1)}{(relation == "THEN" && _random.Next(2) == 0 ? $" WITHIN {One(Lengths)}" : "")}";
        }

        return text;
    }

    private string SideBySide(int depth) => string.Join(' ', Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Unit(depth)));

    private string Unit(int depth) => One(["", "", "", "", "NOT ", "-"]) + (depth > 0 && _random.Next(4) == 0
        ? $"{One(["", "say:", "object:", "video:"])}({Any(depth - 1)}){(_random.Next(3) == 0 ? $" FOR {One(Comparisons)} {One(Lengths)}" : "")}"
        : Leaf());

    private string Leaf() => _random.Next(10) switch
    {
        0 => One(Chosen),
        1 => One(Evidence),
        2 => $"count({One(["person", "traffic light", "face", "any", "logo:acme", "logo:*", "\"teddy bear\"", "object:face", "car*"])}) {One(Comparisons)} {_random.Next(9)}{Conditions()}",
        3 => One(["face:any", "object:any", "text:*", "object:vehicle", "object:\"teddy bear\"", "object:aer*"]) + Conditions(),
        4 => Word() + Conditions(),
        5 or 6 => Word(),
        _ => $"{One(Fields)}:{Word()}",
    };

    private string Word() => _random.Next(8) switch
    {
        0 => $"\"{One(Words)} {One(Words)}\"",
        1 => $"“{One(Words)} \"x\"”*",
        2 => $"\"{One(Words)}\"~{One(["", "0", "1", "2"])}",
        3 => One(Words) + "*",
        4 => One(Words) + One(["~", "~1", "~2"]),
        _ => One(Words),
    };

    private string Conditions() => _random.Next(4) switch
    {
        0 => $" FOR {One(Comparisons)} {One(Lengths)}",
        1 => $" AREA {One(Comparisons)}{_random.Next(100)}.5% ZONE {One(Zones)}",
        _ => "",
    };

    private string Several(string between, Func<string> one, int depth) =>
        string.Join(between, Enumerable.Range(0, depth > 0 && _random.Next(3) == 0 ? 2 : 1).Select(_ => one()));

    private string One(string[] choices) => choices[_random.Next(choices.Length)];
}
