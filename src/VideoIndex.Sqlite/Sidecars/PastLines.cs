using System.Globalization;
using Microsoft.Data.Sqlite;
using VideoIndex.Brands;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Sidecars;

/// <summary>Adds lines of a history that a library has not, in their order. Two alike are two.</summary>
internal static class PastLines
{
    /// <summary>Adds what is not among the known lines.</summary>
    /// <param name="connection">The connection, a transaction open.</param>
    /// <param name="insert">The statement that adds a line.</param>
    /// <param name="lines">The lines there should be.</param>
    /// <param name="known">The lines there are.</param>
    /// <param name="more">What else the statement needs.</param>
    public static void Add(
        SqliteConnection connection, string insert, IReadOnlyList<PastChange> lines, IReadOnlyList<PastChange> known, params (string Name, object? Value)[] more)
    {
        var left = known.CountBy(line => line).ToDictionary();
        foreach (var line in lines)
        {
            if (left.TryGetValue(line, out var times) && times > 0)
            {
                left[line] = times - 1;
                continue;
            }

            connection.Run(
                insert,
                [
                    ("$at", line.Made.At.ToString("O", CultureInfo.InvariantCulture)), ("$by", line.Made.By), ("$what", line.What), ("$detail", line.Detail), .. more,
                ]);
        }
    }
}
