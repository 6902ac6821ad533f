using System.Globalization;
using Microsoft.Data.Sqlite;
using VideoIndex.Alerts;
using VideoIndex.Sidecars;
using VideoIndex.Sqlite.Metadata;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Sqlite.Vocabularies;
using VideoIndex.Vocabularies;

namespace VideoIndex.Sqlite.Sidecars;

/// <summary>Takes in what is known beside the videos, inside the transaction that is open.</summary>
internal sealed class LibraryRestore(SqliteConnection connection)
{
    private readonly List<string> _notes = [];

    /// <summary>Takes it in.</summary>
    /// <returns>What was left out and why.</returns>
    public IReadOnlyList<string> Restore(LibrarySidecar sidecar)
    {
        foreach (var (at, field) in sidecar.Fields.Index())
        {
            FieldRestore.Define(connection, field, $"/fields/{at}");
        }

        PastLines.Add(
            connection, "INSERT INTO fact_change (at, by, what, detail) VALUES ($at, $by, $what, $detail)", sidecar.FieldChanges, new FactReader(connection).History(null));
        WriteVocabulary(sidecar.Vocabulary);
        PastLines.Add(
            connection,
            "INSERT INTO vocabulary_change (at, by, what, detail) VALUES ($at, $by, $what, $detail)",
            sidecar.VocabularyChanges,
            SqliteVocabularyStore.History(connection));
        _notes.AddRange(new BrandRestore(connection).Restore(sidecar.Brands, sidecar.BrandGroups));
        WriteAlerts(sidecar.Alerts);
        return _notes;
    }

    private void WriteVocabulary(IReadOnlyList<VocabularyStatement> says)
    {
        var known = SqliteVocabularyStore.Statements(connection);
        var added = says.Except(known).ToList();
        if (added is [])
        {
            return;
        }

        try
        {
            var all = Vocabulary.Of(known.Concat(added)).Statements.ToHashSet();
            foreach (var one in all.Except(known))
            {
                connection.Run(
                    "INSERT INTO vocabulary_statement (concept, kind, language, text) VALUES ($concept, $kind, $language, $text)",
                    ("$concept", one.Concept), ("$kind", one.Kind), ("$language", one.Language), ("$text", one.Text));
            }
        }
        catch (VocabularyException contradiction)
        {
            throw new SidecarException(contradiction.Code, contradiction.Message, "/vocabulary");
        }
    }

    // A file somebody sent must not make this machine run a command: a person looks at it first.
    private void WriteAlerts(IReadOnlyList<Alert> alerts)
    {
        foreach (var alert in alerts)
        {
            connection.Run(
                """
                INSERT INTO alert (name, question, run, post, secret_file, after, added, added_by, rests)
                VALUES ($name, $question, $run, $post, $secret, (SELECT coalesce(max(sequence), 0) FROM outbox), $added, $by, $rests)
                ON CONFLICT (name) DO NOTHING
                """,
                ("$name", alert.Name),
                ("$question", alert.Question),
                ("$run", alert.Receiver.Run),
                ("$post", alert.Receiver.Post),
                ("$secret", alert.Receiver.SecretFile),
                ("$added", alert.Added.ToString("O", CultureInfo.InvariantCulture)),
                ("$by", alert.AddedBy),
                ("$rests", alert.Rests ?? "It came in a side-car, and rests until a person has looked at it."));
        }
    }
}
