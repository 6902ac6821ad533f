using System.Globalization;

namespace VideoIndex.Interchange.Importing.Tables.Markers;

/// <summary>What does not fit in a table, by its lines. Of more than a hundred, the rest are counted.</summary>
internal sealed class Complaints
{
    private const int Most = 100;

    private readonly List<string> _sentences = [];
    private int _more;

    /// <summary>Adds what is to be said of a line.</summary>
    public void Add(int line, string what) => Add(string.Create(CultureInfo.InvariantCulture, $"Line {line}: {what}."));

    /// <summary>Adds a sentence.</summary>
    public void Add(string sentence)
    {
        if (_sentences.Count < Most)
        {
            _sentences.Add(sentence);
        }
        else
        {
            _more++;
        }
    }

    /// <summary>Returns all of them.</summary>
    public IReadOnlyList<string> All => _more == 0 ? _sentences : [.. _sentences, string.Create(CultureInfo.InvariantCulture, $"And {_more} more.")];
}
