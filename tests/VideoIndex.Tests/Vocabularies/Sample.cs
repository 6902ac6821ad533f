using VideoIndex.Vocabularies;

namespace VideoIndex.Tests.Vocabularies;

/// <summary>Vocabularies for tests.</summary>
internal static class Sample
{
    /// <summary>Reads statements divided by semicolons: concept, kind, language (- for none), text; or noise and a label.</summary>
    public static Vocabulary Read(string statements) => Vocabulary.Of(statements.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Statement));

    /// <summary>Returns a random vocabulary: concepts under each other, labels in three languages.</summary>
    public static Vocabulary Random(Random random)
    {
        var statements = new List<VocabularyStatement>();
        var count = random.Next(1, 12);
        for (var at = 0; at < count; at++)
        {
            statements.Add(new($"c{at}", StatementKind.Preferred, "en", $"name {at}x"));
            foreach (var language in random.GetItems(["en", "de", "ja"], random.Next(3)))
            {
                statements.Add(new($"c{at}", StatementKind.Alternative, language, $"{random.GetItems(["Ruß", "=sum", "a,b\"c", "'-dash", "日本", "x;y|z"], 1)[0]} {at} {random.Next(3)}"));
            }

            for (var parent = 0; parent < at; parent++)
            {
                if (random.Next(4) == 0)
                {
                    statements.Add(new($"c{at}", StatementKind.Broader, "", $"c{parent}"));
                }
            }

            if (random.Next(3) == 0)
            {
                statements.Add(new($"c{at}", StatementKind.Mapped, "", $"raw-{at}_y"));
                statements.Add(new($"c{at}", StatementKind.Note, "en", "It is, \"so to say\", a thing; 'quoted' \\ too."));
            }
        }

        statements.AddRange(Enumerable.Range(0, random.Next(3)).Select(at => new VocabularyStatement("", StatementKind.Noise, "", $"@noise {at}")));
        return Vocabulary.Of(statements);
    }

    private static VocabularyStatement Statement(string text) => text.Split(' ', 4) switch
    {
        ["noise", .. var label] => new("", StatementKind.Noise, "", string.Join(' ', label)),
        [var concept, var kind, var language, var label] => new(concept, kind, language == "-" ? "" : language, label),
        _ => throw new ArgumentException($"No statement: {text}"),
    };
}
