namespace VideoIndex.Logos.Recognition;

/// <summary>Which few of many are tried together: every choice where there are few, else a fixed three hundred of them. The same every time.</summary>
internal struct SampleOrder
{
    private const int Samples = 300;

    private readonly int _count, _size;
    private readonly bool _every;
    private int _a, _b, _c, _made;
    private uint _state;

    /// <summary>Creates one that stands before the first choice.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="size">How many are chosen: 2 or 3.</param>
    public SampleOrder(int count, int size)
    {
        (_count, _size, _state) = (count, size, 0x9E3779B9u);
        _every = (size == 2 ? (long)count * (count - 1) / 2 : (long)count * (count - 1) * (count - 2) / 6) <= Samples;
        (_a, _b, _c) = (0, size == 2 ? 0 : 1, size == 2 ? -1 : 1);
    }

    /// <summary>Gets which are chosen.</summary>
    /// <param name="at">Which of the choice, from 0.</param>
    public readonly int this[int at] => at == 0 ? _a : at == 1 ? _b : _c;

    /// <summary>Goes to the next choice; not to be asked again when there is none.</summary>
    public bool MoveNext() => _count >= _size && (_every ? NextOfAll() : NextDrawn());

    // The last one rises first.
    private bool NextOfAll()
    {
        if (_size == 3 && ++_c < _count)
        {
            return true;
        }

        if (++_b < _count - (_size - 2))
        {
            _c = _b + 1;
            return true;
        }

        (_a, _b, _c) = (_a + 1, _a + 2, _a + 3);
        return _a < _count - (_size - 1);
    }

    private bool NextDrawn()
    {
        _a = Draw();
        do
        {
            _b = Draw();
        }
        while (_b == _a);
        do
        {
            _c = _size == 3 ? Draw() : -1;
        }
        while (_c == _a || _c == _b);
        return _made++ < Samples;
    }

    private int Draw()
    {
        _state = unchecked((_state * 1664525) + 1013904223);
        return (int)((_state >> 8) % (uint)_count);
    }
}
