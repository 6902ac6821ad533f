using VideoIndex.Sqlite.Postings.Coding;
using VideoIndex.Sqlite.Postings.Segments;

namespace VideoIndex.Sqlite.Postings.Building;

/// <summary>Writes lists and, after every 64 of them, the block of their words: see <see cref="TermScanner"/> for the bytes.</summary>
internal sealed class TermWriter(PageWriter pages, List<(byte[] First, long At, int Length)> blocks)
{
    private readonly ListWriter _lists = new();
    private readonly ByteWriter _list = new();
    private readonly ByteWriter _block = new();
    private byte[] _first = [];
    private byte[] _last = [];
    private int _count;

    /// <summary>Gets the blocks that are written: their first keys, where they are, how long.</summary>
    public IReadOnlyList<(byte[] First, long At, int Length)> Blocks => blocks;

    /// <summary>Gets whether all that was given is written.</summary>
    public bool IsBetweenBlocks => _count == 0;

    /// <summary>Appends the list of a word; keys come in rising order.</summary>
    public void Write(byte[] key, in ListContents list)
    {
        _list.Clear();
        _lists.Write(list, _list);
        pages.Append(_list.Written);
        _first = _count == 0 ? key : _first;
        var shared = _count == 0 ? 0 : key.AsSpan().CommonPrefixLength(_last);
        _block.Number(shared);
        _block.Number(key.Length - shared);
        _block.Bytes(key.AsSpan(shared));
        _block.Number(list.Things.Length);
        _block.Number(_list.Length);
        _last = key;
        if (++_count == TermScanner.PerBlock)
        {
            EndBlock();
        }
    }

    /// <summary>Writes the last block.</summary>
    public void Finish()
    {
        if (_count > 0)
        {
            EndBlock();
        }
    }

    private void EndBlock()
    {
        blocks.Add((_first, pages.At, _block.Length));
        pages.Append(_block.Written);
        _block.Clear();
        _count = 0;
    }
}
