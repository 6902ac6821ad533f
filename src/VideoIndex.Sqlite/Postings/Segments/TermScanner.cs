using VideoIndex.Sqlite.Postings.Coding;
using VideoIndex.Sqlite.Postings.Pages;

namespace VideoIndex.Sqlite.Postings.Segments;

/// <summary>Goes through the words of a segment in order of key.</summary>
/// <remarks>A block of words is, for each of its words: how many bytes its key shares with the one before in the block; how many are its own; those; how many things have it; how many bytes its list takes.</remarks>
internal sealed class TermScanner(TermIndex index, SegmentBytes bytes)
{
    /// <summary>How many words a block has.</summary>
    public const int PerBlock = 64;

    private byte[] _key = new byte[64];
    private int _length;
    private byte[] _block = [];
    private int _at;
    private int _next;
    private long _list;

    /// <summary>Gets the key it stands at.</summary>
    public ReadOnlySpan<byte> Key => _key.AsSpan(0, _length);

    /// <summary>Gets where the list of that is.</summary>
    public TermPlace Place { get; private set; }

    /// <summary>Goes to the first key at or after one.</summary>
    /// <returns><see langword="false"/> where there is none.</returns>
    public bool Seek(ReadOnlySpan<byte> key)
    {
        if (index.First.Length == 0)
        {
            return false;
        }

        Turn(index.BlockOf(key));
        while (Next())
        {
            if (Key.SequenceCompareTo(key) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes to the next key.</summary>
    public bool Next()
    {
        if (_at == _block.Length)
        {
            if (_next == index.First.Length)
            {
                return false;
            }

            Turn(_next);
        }

        var reader = new ByteReader(_block.AsSpan(_at));
        var (shared, own) = (reader.Count(), reader.Count());
        if (shared > _length)
        {
            throw Damage.Found();
        }

        if (shared + own > _key.Length)
        {
            Array.Resize(ref _key, 2 * (shared + own));
        }

        reader.Bytes(own).CopyTo(_key.AsSpan(shared));
        _length = shared + own;
        var (things, length) = (reader.Count(), reader.Number());
        Place = new TermPlace(_list, length, things);
        _list += length;
        _at += reader.At;
        return true;
    }

    private void Turn(int block)
    {
        _block = bytes.Read(index.At[block], index.Length[block])[..index.Length[block]].ToArray();
        (_at, _next, _length, _list) = (0, block + 1, 0, index.ListsOf(block));
    }
}
