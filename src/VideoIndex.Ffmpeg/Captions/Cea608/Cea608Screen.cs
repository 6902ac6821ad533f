using System.Text;

namespace VideoIndex.Ffmpeg.Captions.Cea608;

/// <summary>One of a channel's two memories: 15 rows of 32 cells, and since when each row has stood there.</summary>
internal sealed class Cea608Screen
{
    public const int Rows = 15;
    public const int Columns = 32;

    private const char Nothing = '\0';

    private readonly char[,] _cells = new char[Rows, Columns];
    private readonly long?[] _since = new long?[Rows];

    public void Write(int row, int column, char letter, long time)
    {
        _cells[row, column] = letter;
        if (letter != ' ')
        {
            _since[row] ??= time;
        }
    }

    public void ClearFrom(int row, int column)
    {
        for (; column < Columns; column++)
        {
            ClearCell(row, column);
        }
    }

    public void ClearCell(int row, int column)
    {
        _cells[row, column] = Nothing;
        _since[row] = HasText(row) ? _since[row] : null;
    }

    public void Clear()
    {
        Array.Clear(_cells);
        Array.Clear(_since);
    }

    public bool HasText(int row) => TextOf(row).Length > 0;

    /// <summary>Says that everything on the screen came into sight now, all at once.</summary>
    public void ShowAt(long time)
    {
        for (var row = 0; row < Rows; row++)
        {
            _since[row] = HasText(row) ? time : null;
        }
    }

    /// <summary>Moves one row to another and blanks the rest: in roll-up only the row being written still matters.</summary>
    public void MoveRow(int from, int to)
    {
        var letters = new char[Columns];
        for (var column = 0; column < Columns; column++)
        {
            letters[column] = _cells[from, column];
        }

        var since = _since[from];
        Clear();
        _since[to] = since;
        for (var column = 0; column < Columns; column++)
        {
            _cells[to, column] = letters[column];
        }
    }

    /// <summary>Returns the rows with words on them and when the first of these came into sight; null when the screen is blank.</summary>
    public (long Since, string Text)? Read()
    {
        var text = new StringBuilder();
        var first = long.MaxValue;
        for (var row = 0; row < Rows; row++)
        {
            if (TextOf(row) is { Length: > 0 } words && _since[row] is { } since)
            {
                text.Append(text.Length == 0 ? "" : "\n").Append(words);
                first = Math.Min(first, since);
            }
        }

        return text.Length == 0 ? null : (first, text.ToString());
    }

    private string TextOf(int row)
    {
        var text = new StringBuilder();
        for (var column = 0; column < Columns; column++)
        {
            text.Append(_cells[row, column] is Nothing ? ' ' : _cells[row, column]);
        }

        return text.ToString().Trim();
    }
}
