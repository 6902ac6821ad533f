namespace VideoIndex.Ffmpeg.Captions.Cea608;

/// <summary>One caption channel: its two memories, its mode and its cursor.</summary>
/// <remarks>
/// What each code does follows 47 CFR 15.119, the public text behind CEA-608. Roll-up gives one caption a line, from its
/// first letter to the carriage return, and not the same lines again each time the window moves.
/// </remarks>
internal sealed class Cea608Channel(int number, Action<Cea608Caption> onCaption)
{
    private enum Mode
    {
        PopOn, // also before anything is said: a file may start in the middle of a caption
        RollUp,
        PaintOn,
    }

    private const int LastRow = Cea608Screen.Rows - 1;

    private Cea608Screen _shown = new();
    private Cea608Screen _hidden = new();
    private Mode _mode;
    private int _row = LastRow;
    private int _column;

    private Cea608Screen Written => _mode == Mode.PopOn ? _hidden : _shown;

    /// <summary>Takes the second byte of a miscellaneous control code. Returns false where text mode begins.</summary>
    public bool Control(int code, long time)
    {
        switch (code)
        {
            case 0x20: // resume caption loading
                _mode = Mode.PopOn;
                break;
            case 0x21: // backspace
                Back();
                break;
            case 0x24: // delete to end of row
                Written.ClearFrom(_row, _column);
                break;
            case 0x25 or 0x26 or 0x27: // roll-up captions, 2 to 4 rows
                RollUp(time);
                break;
            case 0x28: // flash on, which takes a cell
                Write(' ', time);
                break;
            case 0x29: // resume direct captioning
                _mode = Mode.PaintOn;
                break;
            case 0x2A or 0x2B: // text restart, resume text display
                return false;
            case 0x2C: // erase displayed memory
                Finish(time);
                break;
            case 0x2D: // carriage return
                NextLine(time);
                break;
            case 0x2E: // erase non-displayed memory
                _hidden.Clear();
                break;
            case 0x2F: // end of caption: flip the memories
                Flip(time);
                break;
        }

        return true;
    }

    /// <summary>Takes a preamble: the row and the column that follow.</summary>
    public void Address(int row, int indent, long time)
    {
        if (_mode == Mode.RollUp && row != _row)
        {
            _shown.MoveRow(_row, row);
        }
        else if (_mode == Mode.PaintOn && _shown.HasText(row))
        {
            Finish(time); // painting over a row starts another caption
        }

        _row = row;
        _column = indent;
    }

    public void Tab(int cells) => _column = Math.Min(_column + cells, Cea608Screen.Columns - 1);

    public void Write(char letter, long time)
    {
        Written.Write(_row, _column, letter, time);
        Tab(1); // at the right edge the cursor stays, and letters replace each other
    }

    /// <summary>Writes an extended character over the plain one sent for older sets.</summary>
    public void Replace(char letter, long time)
    {
        Back();
        Write(letter, time);
    }

    /// <summary>Reports what is on screen as ended, and blanks it.</summary>
    public void Finish(long time)
    {
        Report(time);
        _shown.Clear();
    }

    private void Report(long time)
    {
        if (_shown.Read() is { } text)
        {
            onCaption(new Cea608Caption(number, text.Since, Math.Max(text.Since, time), text.Text));
        }
    }

    private void Back()
    {
        _column = Math.Max(_column - 1, 0);
        Written.ClearCell(_row, _column);
    }

    private void RollUp(long time)
    {
        if (_mode == Mode.RollUp)
        {
            return;
        }

        Finish(time);
        _hidden.Clear();
        _mode = Mode.RollUp;
        (_row, _column) = (LastRow, 0);
    }

    private void NextLine(long time)
    {
        if (_mode == Mode.RollUp)
        {
            Finish(time);
            _column = 0;
        }
    }

    private void Flip(long time)
    {
        Report(time);
        (_shown, _hidden) = (_hidden, _shown);
        _shown.ShowAt(time);
        _mode = Mode.PopOn;
    }
}
