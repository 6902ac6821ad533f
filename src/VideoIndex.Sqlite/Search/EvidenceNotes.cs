using Microsoft.Data.Sqlite;
using VideoIndex.Search;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Language;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Search;

/// <summary>Says when a question asks for a kind of evidence that nothing in the library has.</summary>
internal static class EvidenceNotes
{
    // Not "NOT IN", which the index cannot seek.
    private const string OtherTags =
        """
        tag WHERE kind < 'colour' OR kind > 'colour' AND kind < 'face' OR kind > 'face' AND kind < 'logo' OR kind > 'logo' AND kind < 'motion'
            OR kind > 'motion' AND kind < 'object' OR kind > 'object' AND kind < 'text' OR kind > 'text'
        """;

    public static IReadOnlyList<string> Of(SqliteConnection connection, Question question)
    {
        if (!Exists(connection, "video"))
        {
            return ["There is no video in this library yet."];
        }

        return [.. question.Terms().Select(term => term.Field).Distinct().Select(field => Note(connection, field)).OfType<string>(), .. ObjectNotes.Of(question)];
    }

    private static string? Note(SqliteConnection connection, string? field)
    {
        (string Rows, string Name)? evidence = field switch
        {
            "say" => ("utterance WHERE dropped IS NULL", "spoken words"),
            "text" => ("tag WHERE kind = 'text'", "on-screen text"),
            "logo" => ("tag WHERE kind = 'logo'", "logos"),
            "object" => ("tag WHERE kind = 'object'", "objects"),
            "face" => ("tag WHERE kind = 'face'", "faces"),
            "tag" => (OtherTags, "tags"),
            "colour" => ("tag WHERE kind = 'colour'", "colours"),
            "motion" => ("tag WHERE kind = 'motion'", "motion"),
            "sound" => ("tag WHERE kind = 'sound'", "sounds"),
            "shot" => ("shot", "shots"),
            "scene" => ("scene", "scenes"),
            _ => null,
        };
        return evidence is not var (rows, name) || Exists(connection, rows) ? null : $"Nothing in this library has {name} yet.";
    }

    private static bool Exists(SqliteConnection connection, string rows) =>
        connection.Number($"SELECT EXISTS (SELECT 1 FROM {rows})") != 0;
}
