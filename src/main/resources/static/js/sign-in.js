// The part of the address after «#» (an open task in the task list) never reaches the server; carried on the form's
// address it survives the sign-in and its redirect.
const form = document.getElementById('sign-in');
if (location.hash) {
  form.action = form.getAttribute('action') + location.hash;
}
