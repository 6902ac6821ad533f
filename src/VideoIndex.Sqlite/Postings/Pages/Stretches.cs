namespace VideoIndex.Sqlite.Postings.Pages;

/// <summary>Numbers of a segment that were unpacked, by stretches of its things. They are let go together.</summary>
/// <param name="count">How many stretches there may be.</param>
internal sealed class Stretches(int count)
{
    private readonly long[]?[] _all = new long[]?[count];
    private int _bytes = count * sizeof(long);

    /// <summary>Gets how many bytes are kept.</summary>
    public int Bytes => Volatile.Read(ref _bytes);

    /// <summary>Returns a stretch; null where it was not unpacked yet.</summary>
    public long[]? Find(int stretch) => Volatile.Read(ref _all[stretch]);

    /// <summary>Keeps a stretch.</summary>
    public void Keep(int stretch, long[] numbers)
    {
        Interlocked.Add(ref _bytes, Buffer.ByteLength(numbers));
        Volatile.Write(ref _all[stretch], numbers);
    }
}
