using System.Buffers;
using System.Globalization;
using System.Text;
using VideoIndex.Search.Folding;

namespace VideoIndex.Search;

/// <summary>Divides text into the words it is found by. Every engine indexes, asks and marks with these and no others.</summary>
/// <remarks>
/// A word is a run of letters, digits and marks. Scripts written without spaces (Chinese, Japanese, Korean, Thai, Lao,
/// Khmer, Burmese) give a word a character, so any part of such a text can be found as a phrase. Punctuation and
/// symbols only separate. A change here is a new version of every index.
/// </remarks>
public static class Words
{
    /// <summary>Returns the words of a text in order.</summary>
    public static IReadOnlyList<Word> In(string text)
    {
        var reader = new Reader();
        for (var at = 0; at < text.Length;)
        {
            var valid = Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) == OperationStatus.Done;
            if (valid)
            {
                reader.Take(rune, at, length);
            }
            else
            {
                reader.EndWord();
            }

            at += length;
        }

        reader.EndWord();
        return reader.Words;
    }

    private sealed class Reader
    {
        private readonly StringBuilder _folded = new();
        private Rune _last;
        private bool _alone;
        private int _start;
        private int _end;

        public List<Word> Words { get; } = [];

        public void Take(Rune rune, int at, int length)
        {
            if (IsInvisible(rune))
            {
                return;
            }

            var form = FoldingTable.Fold(rune);
            if (form.Length > 0)
            {
                foreach (var folded in form.EnumerateRunes())
                {
                    Add(folded, at, at + length);
                }
            }
            else if (_folded.Length > 0 && FoldingTable.IsMark(rune)) // an accent
            {
                TryCompose(rune);
                _end = at + length;
            }
            else
            {
                EndWord();
            }
        }

        public void EndWord()
        {
            if (_folded.Length > 0)
            {
                Words.Add(new Word(_folded.ToString(), _start, _end - _start));
                _folded.Clear();
            }
        }

        private void Add(Rune folded, int at, int end)
        {
            var continues = _folded.Length > 0;
            if (continues && TryCompose(folded))
            {
                _end = end;
                return;
            }

            var mark = FoldingTable.IsMark(folded);
            if (mark && !continues)
            {
                return;
            }

            var alone = mark ? _alone : Script.HasNoSpaces(folded);
            if (!mark && (alone || _alone))
            {
                EndWord();
            }

            _start = _folded.Length == 0 ? at : _start;
            _folded.Append(folded.ToString());
            (_last, _alone, _end) = (folded, alone, end);
        }

        private bool TryCompose(Rune mark)
        {
            if (FoldingTable.Compose(_last, mark) is not { } joined)
            {
                return false;
            }

            _folded.Length -= _last.Utf16SequenceLength;
            _folded.Append(joined.ToString());
            _last = joined;
            return true;
        }

        // Joiners, soft hyphens, direction marks, variation selectors: inside a word they change its looks only.
        private static bool IsInvisible(Rune rune) =>
            Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
            || rune.Value is >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF;
    }
}
