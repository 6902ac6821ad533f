using System.Numerics;

namespace VideoIndex.Ffmpeg.Captions.Cea608;

/// <summary>Decodes the caption pairs of a broadcast's two fields into captions: CC1 and CC2, CC3 and CC4.</summary>
/// <remarks>
/// Pairs are to come in presentation order. Text mode (T1 to T4) and the extended services in field 2 (programme names,
/// ratings) are passed over.
/// </remarks>
internal sealed class Cea608Decoder
{
    private readonly Field[] _fields;

    /// <param name="repeatWindow">How long after a control code the same code is its safety copy and not a second command, in units of time.</param>
    /// <param name="onCaption">Takes each caption when it ends.</param>
    public Cea608Decoder(long repeatWindow, Action<Cea608Caption> onCaption) => _fields =
    [
        new Field(new Cea608Channel(1, onCaption), new Cea608Channel(2, onCaption), repeatWindow, hasServices: false),
        new Field(new Cea608Channel(3, onCaption), new Cea608Channel(4, onCaption), repeatWindow, hasServices: true),
    ];

    /// <summary>Takes one pair of bytes with their parity bits.</summary>
    /// <param name="secondField">Whether the pair is the second field's.</param>
    /// <param name="first">The first byte.</param>
    /// <param name="second">The second byte.</param>
    /// <param name="time">When the frame that carries the pair is shown.</param>
    public void Push(bool secondField, byte first, byte second, long time) =>
        _fields[secondField ? 1 : 0].Push(first, second, time);

    /// <summary>Ends what is still on screen.</summary>
    public void Finish(long time)
    {
        foreach (var field in _fields)
        {
            field.Finish(time);
        }
    }

    private sealed class Field(Cea608Channel one, Cea608Channel two, long repeatWindow, bool hasServices)
    {
        private Cea608Channel? _addressed; // null in text mode and before the first command
        private bool _inText;
        private bool _inServices; // between the start and the end of an extended service packet
        private (int First, int Second, long Time)? _lastControl;
        private long _intact;
        private long _damaged;

        public void Push(byte first, byte second, long time)
        {
            var (high, low) = (first & 0x7F, second & 0x7F);
            if (high == 0 && low == 0)
            {
                return;
            }

            // Some muxers drop the parity bits of a whole stream, so a pair without them only counts as damaged in a
            // stream where most pairs have them. A damaged letter is kept as it reads; a damaged command is not obeyed.
            var intact = HasOddParity(first) && HasOddParity(second);
            (_intact, _damaged) = intact ? (_intact + 1, _damaged) : (_intact, _damaged + 1);
            if (high is >= 0x10 and < 0x20)
            {
                if (intact || _damaged > _intact)
                {
                    Control(high, low, time);
                }
            }
            else
            {
                _lastControl = null;
                Letters(high, low, time);
            }
        }

        public void Finish(long time)
        {
            one.Finish(time);
            two.Finish(time);
        }

        private static bool HasOddParity(byte value) => (BitOperations.PopCount(value) & 1) == 1;

        private void Letters(int high, int low, long time)
        {
            if (high is > 0 and < 0x10) // an extended service packet starts, goes on or ends (0x0F)
            {
                _inServices = hasServices && high != 0x0F;
            }
            else if (!_inServices && _addressed is { } channel)
            {
                foreach (var code in (ReadOnlySpan<int>)[high, low])
                {
                    if (code >= 0x20)
                    {
                        channel.Write(Cea608Characters.Basic(code), time);
                    }
                }
            }
        }

        private void Control(int high, int low, long time)
        {
            _inServices = false;
            if (low < 0x20)
            {
                return; // no command is numbered so
            }

            if (_lastControl is { } last && (last.First, last.Second) == (high, low) && time - last.Time <= repeatWindow)
            {
                _lastControl = null; // a third one would be a command again
                return;
            }

            _lastControl = (high, low, time);
            var channel = (high & 8) == 0 ? one : two;
            var code = high & 0x17; // the same in both channels
            if (code is 0x14 or 0x15 && low is >= 0x20 and < 0x30)
            {
                // The second field's codes are 0x15; decoders take either in both fields, as encoders mix them up.
                _inText = !channel.Control(low, time) || (_inText && !Selects(low));
                _addressed = _inText ? null : Selects(low) || _addressed is null ? channel : _addressed;
            }
            else if (!_inText && (_addressed ??= channel) == channel)
            {
                Place(channel, code, low, time);
            }
        }

        // The commands that say how the letters to come are shown; erasing another channel does not turn to it.
        private static bool Selects(int low) => low is 0x20 or 0x25 or 0x26 or 0x27 or 0x29 or 0x2F;

        private static void Place(Cea608Channel channel, int code, int low, long time)
        {
            switch (code)
            {
                case var _ when low >= 0x40:
                    channel.Address(RowOf(code, low), (low & 0x10) == 0 ? 0 : (low & 0x0E) * 2, time);
                    break;
                case 0x11 when low < 0x30: // a change of colour or style takes a cell
                    channel.Write(' ', time);
                    break;
                case 0x11:
                    channel.Write(Cea608Characters.SpecialOf(low), time);
                    break;
                case 0x12 or 0x13:
                    channel.Replace(Cea608Characters.Extended(code, low), time);
                    break;
                case 0x17 when low is >= 0x21 and <= 0x23:
                    channel.Tab(low - 0x20);
                    break;
            }
        }

        private static int RowOf(int code, int low)
        {
            ReadOnlySpan<byte> firstRows = [10, 0, 2, 11, 13, 4, 6, 8]; // from 0
            var first = firstRows[code & 7];
            return (code & 7) == 0 ? first : first + ((low & 0x20) >> 5);
        }
    }
}
