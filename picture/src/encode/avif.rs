//! AVIF: one frame of AV1 by rav1e, which tells how the frame looks again.

use super::super::pixels::Pixels;
use super::yuv::{Planes, from_rgb, to_rgb};
use avif_serialize::Aviffy;
use avif_serialize::constants::MatrixCoefficients as Matrix;
use rav1e::prelude::*;

/// Of 0, the most careful, to 10. At 400 pixels of five pictures, 6 takes 1.6 times as long for one byte in a hundred, 4 takes 4 times as long
/// for eight.
const SPEED: u8 = 8;

/// With half the colours each way, as photographs bear it.
pub(super) fn halved(pixels: &Pixels, quality: u8) -> Option<(Vec<u8>, Vec<u8>)> {
    encode(pixels, quality, true)
}

/// With all colours, as edges of drawings need them.
pub(super) fn whole(pixels: &Pixels, quality: u8) -> Option<(Vec<u8>, Vec<u8>)> {
    encode(pixels, quality, false)
}

fn encode(pixels: &Pixels, quality: u8, half: bool) -> Option<(Vec<u8>, Vec<u8>)> {
    let planes = from_rgb(pixels, half);
    let packet = frame(&planes, quality)?;
    let mut file = Aviffy::new();
    file.set_matrix_coefficients(Matrix::Bt601).set_full_color_range(true).set_chroma_subsampling((half, half));
    // The profile of AV1 that has all colours has number 1.
    file.set_seq_profile(u8::from(!half));
    let bytes = file.to_vec(&packet.data, None, pixels.width, pixels.height, 8);
    let seen = packet.rec?;
    let mut again = planes;
    for (plane, data) in seen.planes.iter().zip([&mut again.y, &mut again.u, &mut again.v]) {
        let (width, height) = data.size();
        plane.copy_to_raw_u8(data.values_mut(width * height), width, 1);
    }
    Some((bytes, to_rgb(&again)))
}

fn settings(planes: &Planes, quality: u8) -> EncoderConfig {
    let (width, height) = planes.y.size();
    let mut settings = EncoderConfig::with_speed_preset(SPEED);
    (settings.width, settings.height) = (width, height);
    settings.bit_depth = 8;
    settings.chroma_sampling = if planes.half { ChromaSampling::Cs420 } else { ChromaSampling::Cs444 };
    settings.pixel_range = PixelRange::Full;
    settings.color_description = Some(ColorDescription {
        color_primaries: ColorPrimaries::BT709,
        transfer_characteristics: TransferCharacteristics::SRGB,
        matrix_coefficients: MatrixCoefficients::BT601,
    });
    settings.still_picture = true;
    settings.quantizer = usize::from(100 - quality.min(100)) * 255 / 100;
    settings
}

/// One frame; none if the encoder refuses.
fn frame(planes: &Planes, quality: u8) -> Option<Packet<u8>> {
    // Pictures and widths are what runs beside one another.
    let config = Config::new().with_encoder_config(settings(planes, quality)).with_threads(1);
    let mut context: Context<u8> = config.new_context().ok()?;
    let mut frame = context.new_frame();
    for (plane, data) in frame.planes.iter_mut().zip([&planes.y, &planes.u, &planes.v]) {
        plane.copy_from_raw_u8(data.values(), data.size().0, 1);
    }
    context.send_frame(frame).ok()?;
    context.flush();
    loop {
        match context.receive_packet() {
            Ok(packet) => return Some(packet),
            Err(EncoderStatus::Encoded) => {}
            Err(_) => return None,
        }
    }
}
